import { packed, unpacked } from '../../src/kvs/packed';

const large = { said: Array.from({ length: 200 }, (_, place) => `Würde ${place} “ok” 🙂`) };

describe('what is packed', () => {
  it('comes out as it went in, and is far smaller', () => {
    expect(unpacked(packed(large))).toEqual(large);
    expect(String(packed(large)).length * 3).toBeLessThan(JSON.stringify(large).length);
  });

  it('is left as it is where it is small', () => {
    expect(packed({ said: 'no' })).toEqual({ said: 'no' });
  });

  it('is read as it is from before anything was packed', () => {
    expect(unpacked(large)).toEqual(large);
  });
});
