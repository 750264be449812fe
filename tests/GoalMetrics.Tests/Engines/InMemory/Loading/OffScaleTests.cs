using System.Data;
using NodaTime;

namespace GoalMetrics.Tests.Engines.InMemory.Loading;

/// <summary>Values that a column cannot hold: scores off their scale, and characters.</summary>
public sealed class OffScaleTests
{
    private static readonly LocalDate Day = new(2026, 9, 14);

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Build_WholeScoreOffItsScale_IsRefused(int score) =>
        Messages.Of<RefusedRowException>(() => Graded(score).Build()).Should().Contain(
            $"Table 'grades', row 1, column 'grade': found {score}; expected a score from 0 to 10.");

    [Fact]
    public void Build_DecimalScoreOffItsScale_IsRefused() =>
        Messages.Of<RefusedRowException>(() => Graded(10.1m).Build()).Should().Contain("found 10.1; expected a score from 0 to 10.");

    [Fact]
    public void Build_DoubleScoreOffItsScale_IsRefused() =>
        Messages.Of<RefusedRowException>(() => Graded(10.5d).Build()).Should().Contain("found 10.5; expected a score from 0 to 10.");

    [Fact]
    public void Build_ReadScoreOffItsScale_IsRefused()
    {
        using var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        table.Columns.Add("day", typeof(string));
        table.Columns.Add("grade", typeof(string));
        table.Rows.Add("2026-09-14", "12");

        var build = () => FactTable.From("grades", table.CreateDataReader()).AtDate("day").Value("grade", Unit.Score(0, 10)).Build();

        Messages.Of<RefusedRowException>(() => build()).Should().Contain("found 12; expected a score from 0 to 10.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void Build_ScoreAtAnEndOfItsScale_IsKept(int score) => Graded(score).Build().RowCount.Should().Be(1);

    [Fact] // The code of '5' is 53.
    public void Value_Characters_AreRefused() =>
        Messages.Of<ArgumentException>(() => Graded('5')).Should().StartWith(
            "Column 'grade' got characters; expected numbers. Convert them, such as with value - '0' for a digit.");

    private static FactTableBuilder<TNumber> Graded<TNumber>(TNumber grade)
        where TNumber : struct, System.Numerics.INumber<TNumber> =>
        FactTable.From("grades", new[] { grade }).At(_ => Day).Value("grade", value => value, Unit.Score(0, 10));
}
