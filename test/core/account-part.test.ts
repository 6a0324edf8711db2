import { accountPart, type CustomerAccount } from '../../src/core/account';
import { chads } from '../support/sop';

describe('what a procedure keeps with an account', () => {
  const care = accountPart<{ since?: string | undefined }>('care');
  const stock = accountPart<{ goods: readonly string[] }>('stock');

  it('is read and written by that procedure alone', () => {
    const both = stock.with(care.with(chads, { since: '2026-03-01' }), { goods: ['tea'] });
    expect(care.of(both)).toEqual({ since: '2026-03-01' });
    expect(stock.of(both)).toEqual({ goods: ['tea'] });
    expect(care.of(chads)).toBeUndefined();
    expect(stock.of(care.with(both, undefined))).toEqual({ goods: ['tea'] });
  });

  it.each([[undefined], [{}], [{ since: undefined }]])('is not kept where it says %j', (part) => {
    const account: CustomerAccount = care.with(care.with(chads, { since: '2026-03-01' }), part);
    expect(account).toEqual(chads);
    expect('parts' in account).toBe(false);
  });
});
