import { Desk } from './support/desk';

const relay = async (desk: Desk, key: string, value: unknown): Promise<void> =>
  void (await desk.as('ben.ito').put(`/issue/${key}/properties/relay`, value));

describe('JQL', () => {
  it.each([
    ['project = EBH', ['EBH-4', 'EBH-3', 'EBH-2', 'EBH-1']],
    ['project = "Employee Benefits Help" and status = "In Progress"', ['EBH-2']],
    ['project in (EBH, PTO) and priority >= High', ['PTO-3', 'EBH-3']],
    ['statusCategory = Done', ['PTO-1']],
    ['resolution = Unresolved and project = PTO', ['PTO-3', 'PTO-2']],
    ['resolved is not empty', ['PTO-1']],
    ['issuetype = Question and project = EBH', ['EBH-4', 'EBH-1']],
    ['"Request Type" = "Bug report"', ['SS-3']],
    ['"Request Type" = "Bug report (SS)"', ['SS-3']],
    ['organizations = "Northwind Credit Union" and project = EBH', ['EBH-4', 'EBH-3']],
    ['organizations is empty', ['SS-2']],
    ['reporter = "nora.quist@relay.example"', ['EBH-3', 'PTO-2']],
    ['assignee = currentUser() and project = EBH', ['EBH-4', 'EBH-3']],
    ['assignee is empty', ['SS-1']],
    ['assignee != "Ben Ito" and project = SS', ['SS-5', 'SS-3', 'SS-2']],
    ['not assignee = "Ben Ito" and project = SS', ['SS-5', 'SS-3', 'SS-2']],
    [
      'assignee not in (membersOf("leadership")) and project = SS and assignee = "Ben Ito"',
      ['SS-4'],
    ],
    ['key in (EBH-1, SS-1)', ['EBH-1', 'SS-1']],
    ['issuekey = EBH-1 or id = EBH-2', ['EBH-2', 'EBH-1']],
    ['summary ~ "dental"', ['EBH-3']],
    ['summary ~ "deduct*"', ['EBH-3']],
    ['text ~ "payday is Thursday"', ['EBH-3']],
    ['description ~ "\\"single plan\\""', ['EBH-2']],
    ['summary !~ dental and project = EBH', ['EBH-4', 'EBH-2', 'EBH-1']],
    ['comment ~ "certificate"', ['SS-5']],
    ['project = EBH and created >= -1d', ['EBH-4', 'EBH-3']],
    ['project = EBH and created >= "-380m"', ['EBH-4']],
    ['project = EBH and created < "2026-03-01"', ['EBH-2', 'EBH-1']],
    ['project = EBH and created >= "2026/03/02 02:30"', ['EBH-4']],
    ['created >= startOfDay() and project in (EBH, SS)', ['SS-5', 'EBH-4']],
    ['updated > now()', []],
    [
      '(project = EBH or project = SS) and not (priority = Low or priority = Medium)',
      ['SS-5', 'EBH-3', 'SS-2'],
    ],
    ['labels is empty and project = PTO and status != Resolved', ['PTO-3', 'PTO-2']],
    ['creator = "Lee Moss"', ['SS-2']],
  ])('%s', async (jql, keys) => {
    const desk = new Desk();
    expect((await desk.search(jql)).sort()).toEqual([...keys].sort());
  });

  it('sorts by several fields, empty ones last', async () => {
    const desk = new Desk();
    expect(await desk.search('project = SS order by priority desc, created asc')).toEqual([
      'SS-5',
      'SS-3',
      'SS-4',
      'SS-1',
      'SS-2',
    ]);
    expect(await desk.search('project = SS order by assignee asc, key desc')).toEqual([
      'SS-4',
      'SS-5',
      'SS-3',
      'SS-2',
      'SS-1',
    ]);
    expect(await desk.search('project = SS order by key')).toEqual([
      'SS-1',
      'SS-2',
      'SS-3',
      'SS-4',
      'SS-5',
    ]);
  });

  it('reads custom fields by name, by id and by cf[id]', async () => {
    const desk = new Desk();
    const id = await desk.fieldId('Account Manager');
    await desk
      .as('ben.ito')
      .put('/issue/EBH-1', { fields: { [id]: { accountId: desk.id('maya.ortiz') } } });
    const number = id.replace('customfield_', '');
    for (const name of ['"Account Manager"', id, `cf[${number}]`]) {
      expect(await desk.search(`${name} = "${desk.id('maya.ortiz')}"`)).toEqual(['EBH-1']);
      expect(await desk.search(`${name} in (membersOf("account-managers"))`)).toEqual(['EBH-1']);
    }
    expect(await desk.search('"Account Manager" = currentUser()', 'maya.ortiz')).toEqual(['EBH-1']);
  });

  it('reads the properties an app has registered, by path and by alias', async () => {
    const desk = new Desk();
    await relay(desk, 'EBH-1', {
      state: 'asked',
      due: { at: '2026-03-02T13:00:00Z' },
      level: 1,
      holder: desk.id('maya.ortiz'),
      note: 'waits for Maya',
    });
    await relay(desk, 'EBH-2', {
      state: 'asked',
      due: { at: '2026-03-03T09:00:00-05:00' },
      level: 2,
      holder: desk.id('tom.reyes'),
    });
    expect(await desk.search('relayState = asked order by relayDue desc')).toEqual([
      'EBH-2',
      'EBH-1',
    ]);
    expect(await desk.search('issue.property[relay].state = asked order by relayDue asc')).toEqual([
      'EBH-1',
      'EBH-2',
    ]);
    expect(await desk.search('relayState != asked')).toEqual([]);
    expect(await desk.search('relayDue < now()')).toEqual(['EBH-1']);
    expect(await desk.search('relayDue <= "2026-03-03" and project = EBH')).toEqual(['EBH-1']);
    expect(await desk.search('relayLevel > 1')).toEqual(['EBH-2']);
    expect(await desk.search('relayHolder = currentUser()', 'maya.ortiz')).toEqual(['EBH-1']);
    expect(await desk.search('relayNote ~ maya')).toEqual(['EBH-1']);
    expect(await desk.search('project = EBH and relayState is empty')).toEqual(['EBH-4', 'EBH-3']);
  });

  it.each([
    ['nonsense = 1', "Field 'nonsense' does not exist or you do not have permission to view it."],
    [
      'issue.property[relay].unknown = 1',
      "Field 'issue.property[relay].unknown' does not exist or you do not have permission to view it.",
    ],
    ['project = NOPE', "The value 'NOPE' does not exist for the field 'project'."],
    ['status = "Nowhere"', "The value 'Nowhere' does not exist for the field 'status'."],
    ['key = NO-1', "An issue with key 'NO-1' does not exist for field 'key'."],
    ['status > Open', "The value 'Open' does not exist for the field 'status'."],
    ['reporter > currentUser()', "The operator '>' is not supported by the 'reporter' field."],
    ['summary = x', "The operator '=' is not supported by the 'summary' field."],
    ['status ~ x', "The operator '~' is not supported by the 'status' field."],
    ['created > yesterday', "Date value 'yesterday' for field 'created' is invalid."],
    ['assignee in (nobodyAtAll())', "Unable to find JQL function 'nobodyAtAll()'."],
    ['project = EBH and', 'Error in the JQL Query:'],
    ['order by created', 'Unbounded JQL queries are not allowed here.'],
    ['', 'Unbounded JQL queries are not allowed here.'],
  ])('answers 400 to: %s', async (jql, message) => {
    const { status, body } = await new Desk().as('ben.ito').post('/search/jql', { jql });
    expect(status).toBe(400);
    expect(body.errorMessages[0]).toContain(message);
  });

  it.each(['sprint = 1', 'fixVersion is empty', 'assignee in (updatedBy("x"))'])(
    'answers a named 501 to: %s',
    async (jql) => {
      const desk = new Desk();
      expect((await desk.as('ben.ito').post('/search/jql', { jql })).status).toBe(501);
      expect(desk.jira.unmodelled()).toHaveLength(1);
    },
  );

  it('searches the history of a field', async () => {
    const desk = new Desk();
    await desk.move('ben.ito', 'EBH-3', 'Waiting for Account Manager');
    await desk.clock.advance(3_600_000);
    await desk.move('lin.chen', 'EBH-3', 'Waiting for Management');
    const cases: readonly (readonly [string, boolean])[] = [
      ['status was "Waiting for Account Manager"', true],
      ['status was in ("Waiting for Account Manager", Closed)', true],
      ['status was not Closed', true],
      ['status was not in ("Waiting for Account Manager")', false],
      ['status was "Waiting for Account Manager" by "Ben Ito"', true],
      ['status was "Waiting for Account Manager" by currentUser()', false],
      ['status was "Waiting for Support" before "2026-03-02"', true],
      ['status was "Waiting for Management" before -10m', false],
      ['status changed', true],
      ['not status changed', false],
      ['status changed to "Waiting for Management" after -10m', true],
      ['status changed to "Waiting for Account Manager" after -10m', false],
      ['status changed from "Waiting for Account Manager" to "Waiting for Management"', true],
      ['status changed from "Waiting for Support" to "Waiting for Management"', false],
      ['status changed on "2026-03-02" by "Lin Chen"', true],
      ['status changed during ("2026-02-01", "2026-03-01")', false],
      ['assignee was empty', true],
      ['assignee changed', true],
    ];
    for (const [jql, isFound] of cases)
      expect([jql, await desk.search(`key = EBH-3 and ${jql}`, 'sara.novak')]).toEqual([
        jql,
        isFound ? ['EBH-3'] : [],
      ]);
    const refused = await desk.as('ben.ito').post('/search/jql', { jql: 'summary was x' });
    expect([refused.status, refused.body.errorMessages[0]]).toEqual([
      400,
      "History searches do not support the 'summary' field.",
    ]);
  });

  it('is checked and taken apart without running it', async () => {
    const { body } = await new Desk().as('ben.ito').post('/jql/parse?validation=strict', {
      queries: ['project = EBH and assignee in (currentUser())', 'x = 1', 'and'],
    });
    expect(body.queries[0].structure.where).toMatchObject({
      operator: 'and',
      clauses: [
        { field: { name: 'project' }, operator: '=', operand: { value: 'EBH' } },
        { operand: { values: [{ function: 'currentUser' }] } },
      ],
    });
    expect(body.queries[1].errors).toHaveLength(1);
    expect(body.queries[2].errors[0]).toContain('Error in the JQL Query');
  });

  it('is matched against single issues', async () => {
    const desk = new Desk();
    const { id } = (await desk.as('ben.ito').get('/issue/EBH-1')).body;
    const { body } = await desk.as('ben.ito').post('/jql/match', {
      issueIds: [Number(id)],
      jqls: ['project = EBH', 'project = SS', 'x = 1'],
    });
    expect(body.matches).toEqual([
      { matchedIssues: [Number(id)], errors: [] },
      { matchedIssues: [], errors: [] },
      { matchedIssues: [], errors: [expect.stringContaining("Field 'x'")] },
    ]);
  });
});
