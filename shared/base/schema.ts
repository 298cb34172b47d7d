import { z } from 'zod';

// No schema may be made before this line, so every module takes `z` from here. The window's policy forbids code made of text, which
// zod would try out with each start; in the main process each schema is used a few times, and compiling it takes longer than that saves.
z.config({ jitless: true });

export { z };
