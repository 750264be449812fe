using GoalMetrics.Sources;

namespace GoalMetrics;

// A filter bound to the columns of a table in memory.
internal abstract class RowFilter
{
    public static RowFilter For(Filter filter, FactTable table) => filter.Accept(new Binding(table));

    public static RowFilter WhereKnown(ValueColumn column, RowFilter? filter)
    {
        if (filter is null)
        {
            return new OfKnown(column);
        }

        return new OfBoth(new OfKnown(column), filter);
    }

    // The rows whose time lies in none of these ranges, each from its first time up to, but not including, its end.
    public static RowFilter OutsideOf(TimeColumn times, (long From, long Until)[] ranges, RowFilter? filter)
    {
        if (filter is null)
        {
            return new OfTimes(times, ranges);
        }

        return new OfBoth(new OfTimes(times, ranges), filter);
    }

    // Whether it holds for every row there is now, or for none; null where that is to be seen.
    public virtual bool? ForAll => null;

    public abstract bool Holds(int row);

    // The rows of a chunk for which it holds.
    public virtual void Pass(Chunk all, Chunk passing)
    {
        passing.SetSome(all.Start);
        var rows = all.Rows;
        var cells = all.Cells;
        for (var i = 0; i < rows.Length; i++)
        {
            if (Holds(rows[i]))
            {
                passing.Add(rows[i], cells[i]);
            }
        }
    }

    private sealed class OfMembers(DimensionColumn column, IReadOnlyList<string?> members) : RowFilter
    {
        private bool[] _wanted = Wanted(column, members);

        public override bool Holds(int row)
        {
            var code = column.CodeAt(row);
            if (code >= _wanted.Length)
            {
                // Live facts bring new members.
                _wanted = Wanted(column, members);
            }

            return _wanted[code];
        }

        // Most dimensions have few members, whose codes are bytes: they are looked at without a call for each row.
        public override void Pass(Chunk all, Chunk passing)
        {
            if (column.Codes.Width > sizeof(sbyte) || column.MemberCount > _wanted.Length)
            {
                base.Pass(all, passing);
                return;
            }

            passing.SetSome(all.Start);
            var codes = column.Codes.Bytes;
            var rows = all.Rows;
            var cells = all.Cells;
            for (var i = 0; i < rows.Length; i++)
            {
                if (_wanted[codes[rows[i]]])
                {
                    passing.Add(rows[i], cells[i]);
                }
            }
        }

        private static bool[] Wanted(DimensionColumn column, IReadOnlyList<string?> members)
        {
            var wanted = new bool[column.MemberCount];
            foreach (var member in members)
            {
                if (column.CodeOf(member) is >= 0 and var code)
                {
                    wanted[code] = true;
                }
            }

            return wanted;
        }
    }

    private sealed class OfDerived(Func<int, string?> memberOf, IReadOnlyList<string?> members) : RowFilter
    {
        public override bool Holds(int row) => members.Contains(memberOf(row), StringComparer.Ordinal);
    }

    private sealed class OfValue(ValueColumn column, Filter.ValueCompare filter) : RowFilter
    {
        public override bool Holds(int row)
        {
            if (column.IsNull(row))
            {
                return false;
            }

            var order = column[row].CompareTo(filter.Value);
            return filter.Comparison switch
            {
                Comparison.Equal => order == 0,
                Comparison.Less => order < 0,
                Comparison.LessOrEqual => order <= 0,
                Comparison.Greater => order > 0,
                _ => order >= 0,
            };
        }
    }

    private sealed class OfMissing(ValueColumn column) : RowFilter
    {
        public override bool? ForAll => column.NullCount == 0 ? false : null;

        public override bool Holds(int row) => column.IsNull(row);
    }

    private sealed class OfKnown(ValueColumn column) : RowFilter
    {
        public override bool? ForAll => column.NullCount == 0 ? true : null;

        public override bool Holds(int row) => !column.IsNull(row);
    }

    private sealed class OfBoth(RowFilter left, RowFilter right) : RowFilter
    {
        public override bool? ForAll => (left.ForAll, right.ForAll) switch
        {
            (false, _) or (_, false) => false,
            (true, true) => true,
            _ => null,
        };

        public override bool Holds(int row) => left.Holds(row) && right.Holds(row);

        // Values are mostly known, and then the other side has the quicker way.
        public override void Pass(Chunk all, Chunk passing)
        {
            if (left.ForAll == true)
            {
                right.Pass(all, passing);
            }
            else
            {
                base.Pass(all, passing);
            }
        }
    }

    private sealed class OfTimes(TimeColumn times, (long From, long Until)[] ranges) : RowFilter
    {
        public override bool Holds(int row)
        {
            var time = times.Times[row];
            return !Array.Exists(ranges, range => range.From <= time && time < range.Until);
        }
    }

    private sealed class OfEither(RowFilter left, RowFilter right) : RowFilter
    {
        public override bool Holds(int row) => left.Holds(row) || right.Holds(row);
    }

    private sealed class OfNegation(RowFilter inner) : RowFilter
    {
        public override bool Holds(int row) => !inner.Holds(row);
    }

    private sealed class Binding(FactTable table) : FilterVisitor<RowFilter>
    {
        public override RowFilter VisitMemberIn(Filter.MemberIn filter) =>
            new OfMembers(table.Dimension(filter.Dimension), filter.Members);

        // Live facts come and go, so that there is no column to make.
        public override RowFilter VisitDerivedIn(Filter.DerivedIn filter)
        {
            if (table.IsGrowing)
            {
                return new OfDerived(DerivedColumn.MemberOf(filter.Dimension, table), filter.Members);
            }

            return new OfMembers(table.Derived(filter.Dimension), filter.Members);
        }

        public override RowFilter VisitValueCompare(Filter.ValueCompare filter) => new OfValue(table.Values(filter.Column), filter);

        public override RowFilter VisitValueMissing(Filter.ValueMissing filter) => new OfMissing(table.Values(filter.Column));

        public override RowFilter VisitBoth(Filter.Both filter) => new OfBoth(filter.Left.Accept(this), filter.Right.Accept(this));

        public override RowFilter VisitEither(Filter.Either filter) => new OfEither(filter.Left.Accept(this), filter.Right.Accept(this));

        public override RowFilter VisitNegation(Filter.Negation filter) => new OfNegation(filter.Filter.Accept(this));
    }
}
