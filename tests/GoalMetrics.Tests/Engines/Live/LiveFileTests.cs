using NodaTime;

namespace GoalMetrics.Tests.Engines.Live;

/// <summary>Files are never larger than can be loaded again.</summary>
public sealed class LiveFileTests
{
    private const int Head = 16;
    private const int Checksum = 32;

    private static readonly LiveDefinition Definition = new(
        TableSchema.Named("t", FactTime.Date).Dimension("c"), ReportingCalendar.Utc, Grain.Day, ["c"], []);

    [Fact]
    public void Write_AsMuchAsAFileTakes_IsWritten()
    {
        var content = Length(limit: 1_000) - Head - Checksum;

        Length((int)content).Should().Be(Head + content + Checksum);
    }

    [Fact]
    public void Write_AByteMoreThanAFileTakes_IsRefusedAndNothingIsWritten()
    {
        var content = (int)(Length(limit: 1_000) - Head - Checksum);
        using var file = new MemoryStream();

        FluentActions.Invoking(() => LiveFile.Write(file, Definition, Cells(), sequence: 0, content - 1)).Should()
            .Throw<InvalidOperationException>().WithMessage(
                $"Live table 't' holds more than the {content - 1} bytes that a file takes. "
                + "Keep fewer cells, or approximate counts and percentiles, or save several tables.");
        file.Length.Should().Be(0);
    }

    [Fact] // 2³⁰ + 1 bytes are not looked for.
    public void Read_ALongerContentThanAFileTakes_IsRefused()
    {
        using var file = new MemoryStream();
        LiveFile.Write(file, Definition, Cells(), sequence: 0);
        var bytes = file.ToArray();
        BitConverter.GetBytes((1 << 30) + 1).CopyTo(bytes, 12);

        FluentActions.Invoking(() => LiveFile.Read(new MemoryStream(bytes), Definition)).Should().Throw<InvalidDataException>().WithMessage(
            "The saved facts are damaged: a length of 1073741825 bytes cannot be. Save them again, or take an earlier copy.");
    }

    private static LiveCells Cells()
    {
        var cells = new LiveCells(Definition);
        cells.Columns.Stage(0, ["member"], []);
        cells.Take([TimeColumn.Number(new LocalDate(2026, 1, 5))]);
        return cells;
    }

    private static long Length(int limit)
    {
        using var file = new MemoryStream();
        LiveFile.Write(file, Definition, Cells(), sequence: 0, limit);
        return file.Length;
    }
}
