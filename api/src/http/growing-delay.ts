/**
 * How long to wait after so many failures, when `points` are allowed in `seconds`: nothing for the first half, then twice as long
 * each time, so that the last allowed one costs all of `seconds`. Never longer, and so never for good.
 */
export const secondsToWait = (failures: number, { points, seconds }: { points: number; seconds: number }): number =>
  failures < points / 2 ? 0 : Math.min(seconds, Math.ceil(seconds / 2 ** (points - failures)))
