/**
 * The error function and its complement, to a few units in the last place: FreeBSD's `s_erf.c` (Sun Microsystems, 1993,
 * which may be freely used), where the coefficients are from.
 */
export function erf(x: number): number {
  const size = Math.abs(x);
  if (size < SMALL) return x + x * nearZero(x);
  return Math.sign(x) * (1 - erfc(size));
}

/** 1 − erf(x), without the loss of digits that the subtraction would have where x is large. */
export function erfc(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  const size = Math.abs(x);
  if (size < 0.25) return 1 - (x + x * nearZero(x));
  if (size < SMALL) return 0.5 - (x - 0.5 + x * nearZero(x));
  const tail = size < 1.25 ? 1 - ERX - nearOne(size) : farTail(size);
  return x > 0 ? tail : 2 - tail;
}

const SMALL = 0.84375;
const ERX = 0.8450629115104675;

/** A rational function: coefficients of what is above the line and below it, those of x⁰ first. */
interface Rational {
  above: readonly number[];
  below: readonly number[];
}

/** erf(x) / x − 1, of x² */
const nearZeroRational: Rational = {
  above: [
    0.12837916709551256, -0.3250421072470015, -0.02848174957559851, -0.005770270296489442,
    -0.000023763016656650163,
  ],
  below: [
    1, 0.39791722395915535, 0.0650222499887673, 0.005081306281875766, 0.00013249473800432164,
    -0.000003960228278775368,
  ],
};
/** erf(x) − ERX, of x − 1, for x from 0.84375 to 1.25 */
const nearOneRational: Rational = {
  above: [
    -0.0023621185607526594, 0.41485611868374833, -0.3722078760357013, 0.31834661990116175,
    -0.11089469428239668, 0.035478304325618236, -0.002166375594868791,
  ],
  below: [
    1, 0.10642088040084423, 0.540397917702171, 0.07182865441419627, 0.12617121980876164,
    0.01363708391202905, 0.011984499846799107,
  ],
};
/** Of 1 / x², for x from 1.25 to 1/0.35 */
const middleRational: Rational = {
  above: [
    -0.009864944034847148, -0.6938585727071818, -10.558626225323291, -62.375332450326006,
    -162.39666946257347, -184.60509290671104, -81.2874355063066, -9.814329344169145,
  ],
  below: [
    1, 19.651271667439257, 137.65775414351904, 434.56587747522923, 645.3872717332679,
    429.00814002756783, 108.63500554177944, 6.570249770319282, -0.0604244152148581,
  ],
};
/** Of 1 / x², for x from there on */
const farRational: Rational = {
  above: [
    -0.0098649429247001, -0.799283237680523, -17.757954917754752, -160.63638485582192,
    -637.5664433683896, -1025.0951316110772, -483.5191916086514,
  ],
  below: [
    1, 30.33806074348246, 325.7925129965739, 1536.729586084437, 3199.8582195085955,
    2553.0504064331644, 474.52854120695537, -22.44095244658582,
  ],
};

function nearZero(x: number): number {
  return rational(nearZeroRational, x * x);
}

function nearOne(x: number): number {
  return rational(nearOneRational, x - 1);
}

/** erfc(x) for x from 1.25 on */
function farTail(x: number): number {
  if (x > 28) return 0;
  const exponent = rational(x < 1 / 0.35 ? middleRational : farRational, 1 / (x * x));
  // With few enough digits that its square is exact.
  const z = Math.fround(x);
  return (Math.exp(-z * z - 0.5625) * Math.exp((z - x) * (z + x) + exponent)) / x;
}

function rational({ above, below }: Rational, x: number): number {
  return polynomial(above, x) / polynomial(below, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let power = coefficients.length - 1; power >= 0; power--)
    sum = sum * x + coefficients[power]!;
  return sum;
}

/** ln Γ(x) of x > 0, by Lanczos's series with g = 607/128 (Godfrey, 2001): to about 1e-15 of its size. */
export function logGamma(x: number): number {
  const coefficients = [
    57.15623566586292, -59.59796035547549, 14.136097974741746, -0.4919138160976202,
    0.00003399464998481189, 0.00004652362892704858, -0.00009837447530487956, 0.0001580887032249125,
    -0.00021026444172410488, 0.00021743961811521265, -0.0001643181065367639, 0.00008441822398385275,
    -0.000026190838401581408, 0.0000036899182659531625,
  ];
  const shifted = x + 671 / 128;
  const series = coefficients.reduce(
    (sum, coefficient, index) => sum + coefficient / (x + index + 1),
    0.9999999999999971,
  );
  return (x + 0.5) * Math.log(shifted) - shifted + Math.log((2.5066282746310007 * series) / x);
}

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22) after Lentz.
 *
 * @param x 0 to 1 @param a above 0 @param b above 0
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // There it converges quickly.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const logFactor =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  return (Math.exp(logFactor) * fraction(x, a, b)) / a;
}

function fraction(x: number, a: number, b: number): number {
  const awayFromZero = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value);
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    for (const term of [even, odd]) {
      d = 1 / awayFromZero(1 + term * d);
      c = awayFromZero(1 + term / c);
      product *= d * c;
    }
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return product;
}
