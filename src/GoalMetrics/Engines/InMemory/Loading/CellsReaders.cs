using System.Numerics;
using NodaTime;

namespace GoalMetrics;

// Loops that read the cells of objects. Each kind of cell has one of its own: only the function that reads a cell is called for each row
// then, and what is staged is compiled into the loop, which takes little more than half of the time.
internal static class CellsReaders
{
    public static CellsReader<TRow> Of<TRow>(CellReader<TRow> read) => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            if (read(rows[row], firstSlot + row) is { } problem)
            {
                return problem;
            }
        }

        return null;
    };

    public static CellsReader<TRow> Reader<TRow>(this TimeColumn column, Func<TRow, LocalDate?> date) => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            if (column.Stage(firstSlot + row, date(rows[row])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    };

    public static CellsReader<TRow> Reader<TRow>(this TimeColumn column, Func<TRow, DateOnly?> date) => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            if (column.Stage(firstSlot + row, date(rows[row])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    };

    public static CellsReader<TRow> Reader<TRow>(this TimeColumn column, Func<TRow, Instant?> instant) => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            if (column.Stage(firstSlot + row, instant(rows[row])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    };

    public static CellsReader<TRow> Reader<TRow>(this TimeColumn column, Func<TRow, DateTimeOffset?> time) => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            if (column.Stage(firstSlot + row, time(rows[row])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    };

    public static CellsReader<TRow> Reader<TRow>(this DimensionColumn column, Func<TRow, string?> member) => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            if (column.Stage(firstSlot + row, member(rows[row])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    };

    public static CellsReader<TRow> Reader<TRow>(this DimensionColumn column, Func<TRow, long?> member) => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            if (column.Stage(firstSlot + row, member(rows[row])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    };

    public static CellsReader<TRow> FlagReader<TRow>(this ValueColumn column, Func<TRow, bool?> value) => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            if (column.StageFlag(firstSlot + row, value(rows[row])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    };

    public static CellsReader<TRow> Reader<TRow, TNumber>(this ValueColumn column, Func<TRow, TNumber> value)
        where TNumber : struct, INumber<TNumber> => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            if (column.Stage(firstSlot + row, value(rows[row])) is { } problem)
            {
                return problem;
            }
        }

        return null;
    };

    public static CellsReader<TRow> Reader<TRow, TNumber>(this ValueColumn column, Func<TRow, TNumber?> value)
        where TNumber : struct, INumber<TNumber> => (rows, ref row, firstSlot) =>
    {
        for (; row < rows.Length; row++)
        {
            var found = value(rows[row]);
            var problem = found is { } number ? column.Stage(firstSlot + row, number) : column.StageNull(firstSlot + row);
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    };
}
