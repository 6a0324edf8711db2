import fc from 'fast-check';
import type { CustomerAccess } from '../../../src/procedures/access-request/customer-access';
import { defaultAccessPolicy } from '../../../src/procedures/access-request/settings/policy';
import {
  type Letter,
  letterFor,
  type LetterInput,
} from '../../../src/procedures/access-request/letter';
import { aListEntry } from '../../support/access';

const personal = { name: 'Sam Lee', email: 'sam.lee@relay.example', phone: '+1 555 0100' };
const input = (
  access: Partial<CustomerAccess> | null = {},
  change: Partial<LetterInput> = {},
): LetterInput => ({
  customer: {
    cid: 'ALDR',
    name: 'Alder Bank',
    access: access === null ? null : aListEntry(access),
  },
  personal,
  employmentStart: '2026-03-02',
  workStart: '2026-03-16',
  teamLead: 'Ines Duarte',
  policy: defaultAccessPolicy,
  ...change,
});
const letter = (...of: Parameters<typeof input>): Letter => {
  const written = letterFor(input(...of));
  if ('problems' in written) throw new Error(written.problems.map(({ text }) => text).join(' '));
  return written;
};
const problems = (...of: Parameters<typeof input>): string => {
  const written = letterFor(input(...of));
  return 'problems' in written ? written.problems.map(({ text }) => text).join(' ') : '';
};

describe('the letter to a customer', () => {
  it('has the right To, CC and subject, and says what leaves and why', () => {
    expect(letter()).toMatchObject({
      to: ['access@alder.example'],
      cc: ['it@alder.example', 'csm@relay.example', 'sam.lee@relay.example'],
      subject: 'Account request for a new engineer',
      cut: ['phone'],
      leaving: [
        { field: 'name', where: 'body', value: 'Sam Lee' },
        { field: 'email', where: 'body', value: 'sam.lee@relay.example' },
        { field: 'email', where: 'cc', value: 'sam.lee@relay.example' },
      ],
    });
    expect(letter().body).not.toContain('Contact number');
    expect(letter().body).toContain('Work at Alder Bank starts on: 2026-03-16');
  });

  it('takes the custom subject where the customer has one', () => {
    expect(letter({ subject: 'NEW USER {{engineer.name}} / {{customer.name}}' }).subject).toBe(
      'NEW USER Sam Lee / Alder Bank',
    );
  });

  it('for a ticketing tool is a link and a text to copy, and no mail', () => {
    expect(
      letter({ method: 'ticketing-tool', toolUrl: 'https://desk.alder.example/new' }),
    ).toMatchObject({ to: [], cc: [], toolUrl: 'https://desk.alder.example/new' });
  });

  it('for our own service desk names the contact and who takes part, each once, and copies nobody by mail', () => {
    const policy = {
      ...defaultAccessPolicy,
      raise: { project: { id: '4', name: 'OPS' }, requestType: 'Account' },
    } as unknown as LetterInput['policy'];
    expect(
      letter(
        { method: 'jsm-request', contact: 'hugo', participants: ['nora', 'hugo', 'nora'] },
        { policy },
      ),
    ).toMatchObject({ contact: 'hugo', participants: ['nora'], to: [], cc: [] });
    expect(letter({ participants: ['nora'] }).participants).toEqual([]);
  });

  it('copies the SME only where the settings say so (E6)', () => {
    expect(letter({ smeEmail: 'sme@relay.example' }).cc).not.toContain('sme@relay.example');
    const policy = { ...defaultAccessPolicy, cc: { engineer: false, csm: false, sme: true } };
    expect(letter({ smeEmail: 'sme@relay.example' }, { policy }).cc).toEqual([
      'it@alder.example',
      'sme@relay.example',
    ]);
  });

  it.each([
    [
      'a field that is not on file',
      { needs: ['name', 'phone'] as const },
      { personal: { name: 'Sam Lee' } },
      'contact number',
    ],
    ['no contact', { to: [] }, {}, 'no contact'],
    ['an address that is none', { to: ['alder'] }, {}, '"alder" is not an e-mail address'],
    [
      'an address with a second header',
      { cc: ['a@b.example\r\nBcc: all@evil.example'] },
      {},
      'is not an e-mail address',
    ],
    [
      'a subject with a line break',
      { subject: 'New user\r\nBcc: all@evil.example' },
      {},
      'line break',
    ],
    [
      'a personal field in the subject that is not needed',
      { subject: 'Call {{engineer.phone}}' },
      {},
      'contact number',
    ],
    ['a merge field that is none', { subject: '{{engineer.salary}}' }, {}, 'engineer.salary'],
    ['a tool without a link', { method: 'ticketing-tool' as const }, {}, 'link'],
    [
      'no work start where the subject names it',
      { subject: 'From {{work.start}}' },
      { workStart: null },
      'work start',
    ],
  ])('is not written with %s', (_what, access, change, said) => {
    expect(problems(access, change)).toContain(said);
  });

  it('leaves the work start out where it is not known, and says so', () => {
    const written = letter({}, { workStart: null });
    expect(written.body).not.toContain('starts on');
    expect(written.withoutWorkStart).toBe(true);
    expect(letter().withoutWorkStart).toBe(false);
  });

  it('is not written for a customer that is not on the list', () => {
    expect(problems(null)).toContain('not on the customer access list');
  });

  it('never carries a field the customer does not need, nor a line a value brought along', () => {
    fc.assert(
      fc.property(
        fc.subarray(['name', 'email', 'phone'] as const),
        fc.string({ minLength: 1 }),
        (needs, smuggled) => {
          const policy = {
            ...defaultAccessPolicy,
            cc: { engineer: false, csm: false, sme: false },
          };
          const values = {
            name: `Q1${smuggled}\r\nBcc: x@evil.example`,
            email: 'q2@relay.example',
            phone: 'q3-555',
          };
          const { subject, body } = letter({ needs }, { policy, personal: values });
          for (const [field, sign] of [
            ['name', 'Q1'],
            ['email', 'q2@'],
            ['phone', 'q3-'],
          ] as const) {
            if (!needs.includes(field)) expect(subject + body).not.toContain(sign);
          }
          expect(body.split('\n').some((line) => line.startsWith('Bcc:'))).toBe(false);
        },
      ),
    );
  });
});
