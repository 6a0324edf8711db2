import { createFrameHistory } from '../../../host/bridge/page/frame-history';

describe('the history object of a frame', () => {
  it('pushes, replaces and goes back, and tells its listeners', () => {
    const history = createFrameHistory();
    const heard: string[] = [];
    const stop = history.listen((location, action) => heard.push(`${action} ${location.pathname}`));
    history.push('/accounts?page=2#top', { from: 'menu' });
    expect(history.location).toMatchObject({
      pathname: '/accounts',
      search: '?page=2',
      hash: '#top',
      state: { from: 'menu' },
    });
    history.replace({ pathname: '/queues' });
    history.goBack();
    stop();
    history.goForward();
    expect(heard).toEqual(['PUSH /accounts', 'REPLACE /queues', 'POP /']);
    expect(history.location.pathname).toBe('/queues');
  });

  it('forgets what lay ahead when something new is pushed, and never leaves its ends', () => {
    const history = createFrameHistory();
    history.push('/one');
    history.push('/two');
    history.go(-9);
    expect(history.location.pathname).toBe('/');
    history.push('/three');
    history.goForward();
    expect(history.location.pathname).toBe('/three');
    expect(history.length).toBe(2);
    expect(history.createHref({ pathname: '/four', search: '?a=1' })).toBe('/four?a=1');
  });
});
