import Lozenge from '@atlaskit/lozenge';
import TextArea from '@atlaskit/textarea';
import type {
  HybridAccountForm,
  HybridAccountView,
} from '../../../src/procedures/hybrid-account/contract/account';
import type { AccountPart, FieldsProps, PartMark } from '../../settings/accounts/account-part';
import { linesIn } from '../../settings/accounts/lines';
import { counted } from '../../shared/counted';
import { Field } from '../../shared/Field';
import { OpenedDeals, PreviewedDeals } from './WonDeals';

export const hybridAccount: AccountPart = {
  id: 'hybrid-account',
  columns: {
    beforeContacts: [
      { key: 'products', label: 'Products', needed: false, like: ['products', 'product'] },
    ],
    afterContacts: [
      // By no other heading: each of these opens an onboarding, and not every opportunity is won.
      {
        key: 'opportunity',
        label: 'Closed Won opportunity',
        needed: false,
        like: ['closed won opportunity', 'closed won'],
      },
      {
        key: 'opportunityType',
        label: 'Opportunity type',
        needed: false,
        like: ['opportunity type'],
      },
    ],
  },
  fields: {
    place: 'before-contacts',
    /** One per line. */
    begin: (shown: HybridAccountView | undefined): string => (shown?.products ?? []).join('\n'),
    sent: (typed: string): HybridAccountForm => ({ products: linesIn(typed) }),
    Fields,
  },
  beside: {
    Announced: PreviewedDeals,
    Done: OpenedDeals,
    doing: (count) => `open ${counted(count, 'onboarding', 'onboardings')}`,
    working: 'Opening onboardings',
  },
};

export const hybridMark: PartMark = {
  id: 'hybrid-account',
  Mark: ({ shown: { hybrid } }: { shown: HybridAccountView }) =>
    hybrid !== null && (
      <>
        <Lozenge appearance="inprogress">Hybrid</Lozenge>{' '}
        {hybrid.notAcknowledged > 0 && (
          <Lozenge appearance="moved">{`${hybrid.notAcknowledged} not acknowledged`}</Lozenge>
        )}
      </>
    ),
};

function Fields({ typed, change, at }: FieldsProps<string>) {
  return (
    <Field label="Products" help="One per line." error={at('products')}>
      {({ isInvalid, ...field }) => (
        <TextArea
          {...field}
          isInvalid={isInvalid}
          minimumRows={2}
          value={typed}
          onChange={(event) => change(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
