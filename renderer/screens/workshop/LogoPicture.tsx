import type { WorkshopLogo } from '@shared/model/workshop';
import { useEffect, useState } from 'react';
import { workspace } from '@/app/appStore';
import { pictureBlob } from '@/platform/pictures';
import styles from './logo.module.css';

interface LogoPictureProps {
  readonly logo: WorkshopLogo;
  /** Of a logo that is not stored yet. */
  readonly bytes?: Uint8Array | null;
  readonly alt: string;
}

/** A logo on the paper of a poster. */
export function LogoPicture({ logo, bytes = null, alt }: LogoPictureProps) {
  const [url, setUrl] = useState<string | null>(null);
  const { asset } = logo;
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    void Promise.resolve(bytes ?? workspace().readAsset(asset)).then((read) => {
      const blob = read && pictureBlob(read);
      if (gone || !blob) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      gone = true;
      setUrl(null);
      if (made) URL.revokeObjectURL(made);
    };
  }, [asset, bytes]);
  return <span className={styles.paper}>{url && <img src={url} alt={alt} />}</span>;
}
