// Workflow validators of the manifest: Jira expressions, evaluated by Jira before a transition.
import { NotModelled } from '../jira/errors';
import type { Validator } from '../jira/types';
import { compileExpression } from './expression/compile';
import type { Manifest } from './manifest';

/** By key. @param log for expressions that fail, which Jira tells the app by `avi:jira:failed:expression` */
export const validatorsOf = (
  { validators }: Manifest,
  log: (text: string) => void,
): ReadonlyMap<string, Validator> =>
  new Map(
    validators.map(({ key, expression, errorMessage }): [string, Validator] => {
      if (expression === null)
        return [
          key,
          () => {
            throw new NotModelled(`workflow validator ${key}, which runs a function`);
          },
        ];
      const judge = compileExpression(expression);
      return [
        key,
        (subject) => {
          try {
            const result = judge(subject);
            if (result === true) return null;
            return typeof result === 'string' ? result : errorMessage;
          } catch (error) {
            log(
              `Validator ${key} failed: ${error instanceof Error ? error.message : String(error)}`,
            );
            return errorMessage;
          }
        },
      ];
    }),
  );
