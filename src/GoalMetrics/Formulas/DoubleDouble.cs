namespace GoalMetrics;

/// <summary>
/// A number in two doubles, their sum unevaluated: about 31 digits over the range of double. For sums in which double leaves
/// nothing but rounding. The algorithms are Dekker's and Knuth's (Hida, Li and Bailey, Library for Double-Double, 2000).
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    // ln 2 to 32 digits, and how often the argument of the exponential is halved before its series.
    private static readonly DoubleDouble LogarithmOfTwo = new(0.6931471805599453, 2.3190468138462996e-17);
    private const int Halvings = 9;

    // Below, the exponential is nothing.
    private const double Smallest = -700d;

    public static implicit operator DoubleDouble(double value) => new(value, 0d);

    public static DoubleDouble operator +(DoubleDouble left, DoubleDouble right)
    {
        var (high, error) = ExactSum(left.High, right.High);
        var (low, lowError) = ExactSum(left.Low, right.Low);
        (high, error) = ExactSum(high, error + low);
        return Normal(high, error + lowError);
    }

    public static DoubleDouble operator -(DoubleDouble left, DoubleDouble right) => left + new DoubleDouble(-right.High, -right.Low);

    public static DoubleDouble operator *(DoubleDouble left, DoubleDouble right)
    {
        var high = left.High * right.High;
        var error = Math.FusedMultiplyAdd(left.High, right.High, -high);
        return Normal(high, error + ((left.High * right.Low) + (left.Low * right.High)));
    }

    public static DoubleDouble operator /(DoubleDouble left, DoubleDouble right)
    {
        var first = left.High / right.High;
        var rest = left - (right * first);
        var second = rest.High / right.High;
        rest -= right * second;
        return new DoubleDouble(first, 0d) + second + (rest.High / right.High);
    }

    /// <summary>All digits of a decimal.</summary>
    public static DoubleDouble Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var digits = (DoubleDouble)Math.ScaleB(unchecked((uint)bits[2]), 64) + Math.ScaleB(unchecked((uint)bits[1]), 32) + unchecked((uint)bits[0]);
        var scale = value.Scale;
        var power = Product(Math.Pow(10d, scale / 2), Math.Pow(10d, scale - (scale / 2)));
        return (value < 0m ? new DoubleDouble(-digits.High, -digits.Low) : digits) / power;
    }

    /// <summary>The product of two doubles, exactly.</summary>
    public static DoubleDouble Product(double left, double right) => (DoubleDouble)left * right;

    /// <summary>e^x, for x up to 700.</summary>
    public static DoubleDouble Exp(DoubleDouble x)
    {
        if (x.High < Smallest)
        {
            return 0d;
        }

        var twos = Math.Round(x.High / LogarithmOfTwo.High);
        var rest = x - (LogarithmOfTwo * twos);
        rest = new(Math.ScaleB(rest.High, -Halvings), Math.ScaleB(rest.Low, -Halvings));

        // e^r - 1, whose doublings lose no digits: (1 + y)² - 1 = 2y + y².
        DoubleDouble power = rest, less = rest;
        for (var i = 2; i <= 9; i++)
        {
            power = power * rest / i;
            less += power;
        }

        for (var i = 0; i < Halvings; i++)
        {
            less = new DoubleDouble(2d * less.High, 2d * less.Low) + (less * less);
        }

        var value = less + 1d;
        return new(Math.ScaleB(value.High, (int)twos), Math.ScaleB(value.Low, (int)twos));
    }

    private static (double Sum, double Error) ExactSum(double left, double right)
    {
        var sum = left + right;
        var part = sum - left;
        return (sum, (left - (sum - part)) + (right - part));
    }

    private static DoubleDouble Normal(double high, double low)
    {
        var sum = high + low;
        return new(sum, low - (sum - high));
    }
}
