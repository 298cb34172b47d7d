import { fail, ok, type Result } from '../base/result';
import type { CarrierKind } from './carried';
import { intoPdf } from './pdfWriter';
import { intoPng } from './pngCarrier';
import { intoSvg } from './svgCarrier';

/** The file of a workshop that goes into a poster. */
export interface CarriedFile {
  /** Of a `.personarium` file. */
  readonly bytes: Uint8Array;
  /** What it is called inside, with its extension. */
  readonly name: string;
}

const WRITERS: Readonly<Record<CarrierKind, (poster: Uint8Array, file: CarriedFile) => Uint8Array | null>> = {
  pdf: intoPdf,
  png: intoPng,
  svg: intoSvg,
};

/**
 * A poster with the file of a workshop inside, which `carriedWorkshop` takes out again; the poster looks as it did. The same poster and file always
 * give the same bytes. Fails with `export-failed` for a poster that is not built as those of this app are.
 */
export function carryWorkshop(
  poster: Uint8Array,
  kind: CarrierKind,
  file: CarriedFile,
): Result<Uint8Array<ArrayBuffer>> {
  const carrier = WRITERS[kind](poster, file);
  return carrier ? ok(new Uint8Array(carrier)) : fail({ code: 'export-failed', detail: `no room in this ${kind}` });
}
