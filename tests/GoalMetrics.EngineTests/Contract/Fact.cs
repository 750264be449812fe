using System.Globalization;
using NodaTime;

namespace EngineTests.Contract;

/// <summary>One fact of a table, as plain data.</summary>
/// <param name="row">Its place in the table's order of facts, from 0.</param>
/// <param name="time">When it happened; in a table with dates, the start of its day.</param>
/// <param name="date">Its date, in a table with dates; else the default.</param>
/// <param name="members">Its member of each dimension, in the order of the schema.</param>
/// <param name="values">Its value of each column, in the order of the schema.</param>
public sealed class Fact(int row, Instant time, LocalDate date, IReadOnlyList<string?> members, IReadOnlyList<decimal?> values)
{
    public int Row { get; } = row;

    public Instant Time { get; } = time;

    public LocalDate Date { get; } = date;

    public IReadOnlyList<string?> Members { get; } = members;

    public IReadOnlyList<decimal?> Values { get; } = values;

    public override string ToString()
    {
        var members = Members.Select(member => member is null ? "null" : $"'{member}'");
        var values = Values.Select(value => value is { } number ? number.ToString(CultureInfo.InvariantCulture) : "none");
        return FormattableString.Invariant($"{Row}: {Time.ToUnixTimeTicks() / 10} {Time} {string.Join(' ', members.Concat(values))}");
    }
}
