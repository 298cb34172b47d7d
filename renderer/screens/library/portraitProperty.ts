import painter from './portraitPainter?worker&url';

/** The style property by which `paint(portrait)` is told what to paint: a `portraitText`, nothing where it is empty. */
export const PORTRAIT = '--portrait';

CSS.registerProperty({ name: PORTRAIT, syntax: '*', inherits: false });

declare global {
  namespace CSS {
    const paintWorklet: { readonly addModule: (url: string) => Promise<void> };
  }
}

CSS.paintWorklet.addModule(painter).catch((error: unknown) => console.error('portraits cannot be painted', error));
