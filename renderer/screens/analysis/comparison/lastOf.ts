/** Remembers the last answer of a function as long as it is asked with the same things. */
export function lastOf<Asked extends readonly unknown[], Answer>(
  answer: (...asked: Asked) => Answer,
): (...asked: Asked) => Answer {
  let known: { readonly asked: Asked; readonly answer: Answer } | null = null;
  return (...asked) => {
    if (!known?.asked.every((one, at) => one === asked[at])) known = { asked, answer: answer(...asked) };
    return known.answer;
  };
}
