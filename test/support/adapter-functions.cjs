// Stands in for the app's own bundle in tests of its adapters: the gadget's function hands its way to the platform to
// the test that waits for it, and every other function of the manifest does nothing.
const functions = {
  answerGadget: ({ call }) =>
    globalThis.workOfAdapters(call.functionKey, globalThis.__forge_fetch__),
};

module.exports = new Proxy(functions, { get: (known, name) => known[name] ?? (() => undefined) });
