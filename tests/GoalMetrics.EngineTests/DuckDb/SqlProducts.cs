using System.Data.Common;
using System.Numerics;

namespace EngineTests.DuckDb;

/// <summary>
/// Products of two columns. Each value is written in four digits of base 10¹⁴, and a product in seven, which stay far below the largest
/// HUGEINT: their sums are exact over 10⁷ facts.
/// </summary>
internal sealed class SqlProducts(string one, string other)
{
    private const int DigitCount = 4;
    private const int Zeros = 14;
    private static readonly string Base = Sql.Literal(BigInteger.Pow(10, Zeros));

    /// <summary>The digits of a product, the lowest first; null where either value is.</summary>
    public IEnumerable<string> Digits
    {
        get
        {
            var (ones, others) = (DigitsOf(one), DigitsOf(other));
            for (var place = 0; place < (2 * DigitCount) - 1; place++)
            {
                var terms = Enumerable.Range(0, DigitCount)
                    .Where(i => place - i is >= 0 and < DigitCount)
                    .Select(i => $"{ones[i]} * {others[place - i]}");
                yield return string.Join(" + ", terms);
            }
        }
    }

    public static AggregateValue Read(DbDataReader row, int column)
    {
        var total = BigInteger.Zero;
        for (var place = (2 * DigitCount) - 2; place >= 0; place--)
        {
            var digit = row.IsDBNull(column + place) ? BigInteger.Zero : row.GetFieldValue<BigInteger>(column + place);
            total = (total * BigInteger.Pow(10, Zeros)) + digit;
        }

        return AggregateValue.Exact(total, 2 * Sql.Decimals);
    }

    private static string[] DigitsOf(string value) =>
    [
        $"({value}.parts % {Base})", $"({value}.parts // {Base})", $"({value}.whole % {Base})", $"({value}.whole // {Base})",
    ];
}
