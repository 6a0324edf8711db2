// X14: what becomes of a ticket when the work of a procedure in it is done. Said once, for every procedure that ends.
import type { Described } from './settings-description';

/** Paths of {@link endingValues}, for a group of the form. */
export const endingPaths: readonly string[] = ['ending.how', 'ending.status'];

/**
 * @param work what is done then, such as `an access request`
 * @param of where the settings stand: those of the whole site name the status, as each queue has its own
 */
export const endingValues = (work: string, of: 'queue' | 'site'): readonly Described[] => [
  {
    path: 'ending.how',
    label: 'When the work in a ticket is done',
    subject: `what becomes of the ticket of ${work} that is done`,
    help: 'Once. A ticket that people open again stays open.',
    clause: 'X14',
    kind: 'choice',
    options: [
      { value: 'end', label: 'The ticket ends' },
      { value: 'leave', label: 'The ticket is left to people' },
    ],
    usual: 'end',
  },
  {
    path: 'ending.status',
    label: 'Status in which it ends',
    subject: `the status in which the ticket of ${work} ends`,
    clause: 'X14',
    ...(of === 'queue'
      ? { kind: 'pick', from: 'statuses', empty: 'The first final status it can reach' }
      : { kind: 'text', longest: 60, empty: 'The first final status it can reach' }),
    usual: null,
  },
];
