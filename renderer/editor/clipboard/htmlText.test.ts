import { describe, expect, it } from 'vitest';
import { htmlTable } from './htmlText';

describe('HTML from the clipboard', () => {
  it('is lines of text', () => {
    expect(
      htmlTable('<meta charset="utf-8"><h1>Un</h1><p>deux <b>trois</b><br>quatre</p><ul><li>cinq</li></ul>'),
    ).toEqual([['Un'], ['deux trois'], ['quatre'], ['cinq']]);
    expect(htmlTable('')).toEqual([['']]);
    expect(htmlTable('  un\n   mot  ')).toEqual([['un mot']]);
  });

  it('is cells where there is a table', () => {
    const rows = '<table><tr><th>a<td>b<br>c</tr><tr><td><p>d</p><td></tr></table>';
    expect(htmlTable(`<html><body><p>avant</p>${rows}</body></html>`)).toEqual([
      ['a', 'b\nc'],
      ['d', ''],
    ]);
  });

  it('leaves no markup, no script, no style', () => {
    const hostile =
      '<style>p{}</style><script>alert(1)</script><p onclick="x()">dit <img src=x onerror="alert(1)">&lt;b&gt;</p><svg><text>x</text></svg>';
    expect(htmlTable(hostile)).toEqual([['dit <b>']]);
  });
});
