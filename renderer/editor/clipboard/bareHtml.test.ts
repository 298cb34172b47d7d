import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareHtml } from './bareHtml';

describe('bareHtml', () => {
  it('leaves tags and text alone', () => {
    expect(bareHtml('<p style="color: red" class=a>un <b id=\'x>y\'>deux</b><br/>trois</p>')).toBe(
      '<p>un <b>deux</b><br>trois</p>',
    );
    expect(bareHtml('<td title=it\'s data-x = "a > b" checked>oui</td>')).toBe('<td>oui</td>');
    expect(bareHtml('a < b && c > d, <3')).toBe('a < b && c > d, <3');
    expect(bareHtml('<!doctype html><p =a>x')).toBe('<!doctype html><p>x');
  });

  it('leaves out comments, style sheets, scripts and what is cut off', () => {
    expect(bareHtml('<!-- <p style="x"> --><p>a<!-- b')).toBe('<p>a');
    expect(bareHtml('<STYLE type="text/css">p > b { x: "</p>" }</style ><p>a</p>')).toBe('<p>a</p>');
    expect(bareHtml('<script>if (a < b) "<p style=x>"</script>a')).toBe('a');
    expect(bareHtml('<p>a</p><p title="b')).toBe('<p>a</p>');
    expect(bareHtml('<style>p {')).toBe('');
  });

  it('says the same once it is parsed, whatever the attributes', () => {
    const text = fc.stringMatching(/^[a-z éà&;=]{0,8}$/);
    const value = fc.oneof(
      fc.stringMatching(/^"[^"\0]{0,8}"$/),
      fc.stringMatching(/^'[^'\0]{0,8}'$/),
      fc.stringMatching(/^[a-z#:;]{1,8}$/),
    );
    const attribute = fc.tuple(fc.constantFrom('style', 'class', 'onclick', 'x'), fc.constantFrom('=', ' = '), value);
    const element = fc
      .tuple(fc.constantFrom('b', 'i', 'em', 'span'), fc.array(attribute, { maxLength: 3 }), text)
      .map(([name, all, inside]) => {
        const said = all.map(([key, equals, given], at) => ` ${key}${at}${equals}${given}`).join('');
        return { full: `<${name}${said}>${inside}</${name}>`, bare: `<${name}>${inside}</${name}>` };
      });
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            element,
            text.map((one) => ({ full: one, bare: one })),
          ),
          { maxLength: 6 },
        ),
        (parts) => {
          expect(bareHtml(parts.map(({ full }) => full).join(''))).toBe(parts.map(({ bare }) => bare).join(''));
        },
      ),
    );
  });
});
