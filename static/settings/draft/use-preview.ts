import { useEffect, useState } from 'react';

const pauseMs = 400;

/**
 * What the functions make of a form while it is typed in: asked when typing pauses; the last answer stays until the
 * next one is there. A failing call is no matter: saving says what is wrong.
 * @param ask must not change between renders
 */
export function usePreview<Form, Answer>(
  ask: (form: Form) => Promise<Answer>,
  form: Form,
): { readonly answer: Answer | null; readonly isFresh: boolean } {
  const [answered, setAnswered] = useState<{ readonly form: Form; readonly answer: Answer } | null>(
    null,
  );
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(() => {
      void ask(form).then(
        (answer) => wanted && setAnswered({ form, answer }),
        () => undefined,
      );
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [ask, form]);
  return { answer: answered?.answer ?? null, isFresh: answered?.form === form };
}
