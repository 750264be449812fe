using GoalMetrics.Sources;
using NodaTime;

namespace GoalMetrics;

// The members of a derived dimension, row by row, and the column of them. For one thread at a time.
internal sealed class DerivedColumn : DerivedDimensionVisitor<Func<int, string?>>
{
    private readonly FactTable _table;

    private DerivedColumn(FactTable table) => _table = table;

    public static Func<int, string?> MemberOf(DerivedDimension dimension, FactTable table) => dimension.Accept(new DerivedColumn(table));

    public override Func<int, string?> VisitOfTime(DerivedDimension.OfTime dimension)
    {
        var times = _table.TimeColumn;
        if (_table.Schema.Time == FactTime.Date)
        {
            return row => dimension.MemberAt(TimeColumn.Date(times.Times[row]));
        }

        var clock = new LocalClock(dimension.Zone);
        return row => dimension.MemberAt(clock.TimeAt(times.Times[row]));
    }

    public override Func<int, string?> VisitOfNumber(DerivedDimension.OfNumber dimension)
    {
        var values = _table.Values(dimension.Column);
        return row => values.IsNull(row) ? null : dimension.MemberAt(values[row]);
    }

    // The code of each row's member, for a table that does not change.
    public static DimensionColumn Of(DerivedDimension dimension, FactTable table)
    {
        var memberOf = MemberOf(dimension, table);
        var column = new DimensionColumn(dimension.Name) { Expected = table.RowCount };
        var codes = new long[Math.Min(Chunk.Size, table.RowCount)];
        for (var start = 0; start < table.RowCount; start += codes.Length)
        {
            var batch = codes.AsSpan(0, Math.Min(codes.Length, table.RowCount - start));
            for (var i = 0; i < batch.Length; i++)
            {
                batch[i] = column.CodeOrNew(memberOf(start + i));
            }

            column.Add(batch);
        }

        column.Freeze();
        return column;
    }

    // The clocks of a zone. Neighbouring facts tend to lie between the same two changes of them.
    private sealed class LocalClock(DateTimeZone zone)
    {
        private Instant _from = Instant.MaxValue;
        private Instant _until = Instant.MinValue;
        private Offset _offset;

        public LocalDateTime TimeAt(long ticks)
        {
            var time = Instant.FromUnixTimeTicks(ticks);
            if (time < _from || time >= _until)
            {
                var interval = zone.GetZoneInterval(time);
                _from = interval.HasStart ? interval.Start : Instant.MinValue;
                _until = interval.HasEnd ? interval.End : Instant.MaxValue;
                _offset = interval.WallOffset;
            }

            return time.WithOffset(_offset).LocalDateTime;
        }
    }
}
