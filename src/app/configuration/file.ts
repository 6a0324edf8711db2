// The configuration file: everything by name, as people read it.
import * as v from 'valibot';
import { type AccountPart, entriesOf } from '../accounts/account-part';
import { cidPattern, cidRule } from '../accounts/bounds';
import { instant } from '../date-shapes';
import { accountPartsOf, type Configured } from '../app-procedure';
import { type SettingsProblem, shapeProblems } from './problems';
import { name, settingsShape } from './shapes';

const person = name('A person (e-mail or display name)');

const accountOf = (parts: readonly AccountPart[]) =>
  v.object({
    cid: v.pipe(name('The CID'), v.regex(cidPattern, cidRule)),
    name: name('The name of the account'),
    organizations: v.array(name('An organization')),
    accountManager: person,
    regionalManager: person,
    customerSuccessManager: v.optional(person),
    ...entriesOf(parts.map(({ configuration }) => configuration)),
  });

const absence = v.object({
  person,
  calendar: v.optional(name('The calendar')),
  delegation: v.optional(
    v.object({ delegate: person, from: instant('The beginning'), until: instant('The end') }),
  ),
});

const configurationFile = (procedures: readonly Configured[]) =>
  v.object({
    format: v.literal(
      'account-relay/configuration@1',
      'The file is not an Account Relay configuration: "format" must be "account-relay/configuration@1".',
    ),
    ...settingsShape(procedures),
    accounts: v.optional(v.array(accountOf(accountPartsOf(procedures))), []),
    people: v.optional(v.array(absence), []),
  });

export type ConfigurationFile = v.InferOutput<ReturnType<typeof configurationFile>>;

/** Reads the file's shape, or says everything that is wrong with it. @param parts what procedures add to its accounts */
export function readFile(
  input: unknown,
  procedures: readonly Configured[],
): { readonly file: ConfigurationFile } | { readonly problems: readonly SettingsProblem[] } {
  const result = v.safeParse(configurationFile(procedures), input);
  return result.success
    ? { file: result.output }
    : {
        problems: shapeProblems(
          result.issues,
          '',
          'Correct this value in the file and import it again.',
        ),
      };
}
