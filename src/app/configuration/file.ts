// The configuration file: everything by name, as people read it.
import * as v from 'valibot';
import { cidPattern, cidRule } from '../accounts/bounds';
import { instant } from '../date-shapes';
import { customerAccessShape } from '../../procedures/access-request/settings/shape';
import { rateCardShape } from '../../procedures/change-request/settings/shape';
import { keyDatesShape, rhythmShape } from '../../procedures/key-account/settings/shape';
import type { Settable } from '../settings/procedure-settings';
import { type SettingsProblem, shapeProblems } from './problems';
import { name, settingsShape } from './shapes';

const person = name('A person (e-mail or display name)');

const account = v.object({
  cid: v.pipe(name('The CID'), v.regex(cidPattern, cidRule)),
  name: name('The name of the account'),
  organizations: v.array(name('An organization')),
  accountManager: person,
  regionalManager: person,
  customerSuccessManager: v.optional(person),
  products: v.optional(
    v.pipe(v.array(name('A product')), v.maxLength(20, 'An account has at most 20 products.')),
  ),
  keyAccount: v.optional(keyDatesShape),
  productionCycle: v.optional(rhythmShape),
  /** The day rates agreed with it (CR-09). */
  rateCard: v.optional(rateCardShape),
  /** Who of the customer's decides on change requests (C8), by e-mail or name. */
  changeApprovers: v.optional(
    v.pipe(v.array(person), v.maxLength(20, 'At most 20 people decide.')),
  ),
  /** Its line in the customer access list. */
  access: v.optional(customerAccessShape),
});

const absence = v.object({
  person,
  calendar: v.optional(name('The calendar')),
  delegation: v.optional(
    v.object({ delegate: person, from: instant('The beginning'), until: instant('The end') }),
  ),
});

const configurationFile = (procedures: readonly Settable[]) =>
  v.object({
    format: v.literal(
      'account-relay/configuration@1',
      'The file is not an Account Relay configuration: "format" must be "account-relay/configuration@1".',
    ),
    ...settingsShape(procedures),
    accounts: v.optional(v.array(account), []),
    people: v.optional(v.array(absence), []),
  });

export type ConfigurationFile = v.InferOutput<ReturnType<typeof configurationFile>>;

/** Reads the file's shape, or says everything that is wrong with it. */
export function readFile(
  input: unknown,
  procedures: readonly Settable[],
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
