// What a release is checked for, until an organization says otherwise (KA-09).
const item = (id: string, section: string, text: string, evidence = false) => ({
  id,
  section,
  text,
  required: true,
  evidence,
});

export const usualChecklist = [
  item('diff-read', 'commit-review', 'The whole change was read', true),
  item('tests', 'commit-review', 'The automatic tests passed for this commit', true),
  item('change-named', 'commit-review', 'The change is described for the client'),
  item('roll-back', 'release', 'The way back is written down'),
  item('window', 'release', 'The release window was kept'),
  item('build-deployed', 'release', 'The build that was tested is the one that was deployed', true),
  item('smoke', 'post-release', 'The smoke test passed', true),
  item('logs', 'post-release', 'The logs show no new errors', true),
  item('client-told', 'post-release', 'The client was told'),
];
