// Unpacks the Chromium that comes inside @sparticuz/chromium, with its libraries, into the TMPDIR it is given. The
// package unpacks its libraries only where it believes to run on AWS; this process exists to let it believe so.
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
const chromium = require('@sparticuz/chromium');

chromium.executablePath().then(
  (path) => console.log(path),
  (error) => {
    console.error(error);
    process.exitCode = 1;
  },
);
