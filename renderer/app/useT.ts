export { currentT, useT } from '@/ui/useT';
