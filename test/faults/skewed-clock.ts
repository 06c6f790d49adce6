// Loaded before a process's own code, it sets that process's clock wrong by TELAL_TEST_SKEW_MS.
const skew = Number(process.env['TELAL_TEST_SKEW_MS']);
const right = Date.now;
const RightDate = Date;

globalThis.Date = new Proxy(RightDate, {
  construct: (target, given) => (given.length === 0 ? new target(right() + skew) : Reflect.construct(target, given)),
  apply: () => new RightDate(right() + skew).toString(),
});
RightDate.now = () => right() + skew;
