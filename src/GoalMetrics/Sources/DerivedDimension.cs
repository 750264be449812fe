using System.Globalization;
using NodaTime;

namespace GoalMetrics.Sources;

/// <summary>
/// A dimension that no fact states: its member follows from the time of a fact, or from one of its values. Immutable; equality is by value.
/// </summary>
/// <remarks>
/// The kinds nested here are the only ones; a <see cref="DerivedDimensionVisitor{TResult}"/> has a method for each. In SQL each is an
/// expression to group by.
/// </remarks>
public abstract class DerivedDimension : IEquatable<DerivedDimension>
{
    private DerivedDimension(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The name, which is that of no dimension of the table.</summary>
    public string Name { get; }

    // How results list its members; null for the usual order.
    internal FactDimension? Listed { get; init; }

    // What distinguishes it from others of its kind, beside the name.
    private protected abstract object Definition { get; }

    /// <summary>Calls the visitor's method for the kind.</summary>
    public abstract TResult Accept<TResult>(DerivedDimensionVisitor<TResult> visitor);

    /// <summary>Whether both are equal by value, or both null.</summary>
    public static bool operator ==(DerivedDimension? left, DerivedDimension? right) => Equals(left, right);

    /// <summary>Whether both differ by value.</summary>
    public static bool operator !=(DerivedDimension? left, DerivedDimension? right) => !Equals(left, right);

    /// <summary>Whether kind, name and arguments are the same.</summary>
    public bool Equals(DerivedDimension? other) =>
        other is not null && GetType() == other.GetType() && Name == other.Name && Definition.Equals(other.Definition);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as DerivedDimension);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(Name, Definition);

    /// <summary>The name.</summary>
    public sealed override string ToString() => Name;

    /// <summary>A part of the local time of a fact, such as its weekday. No fact lacks it.</summary>
    /// <remarks>
    /// Local time is that of the clocks in the zone: of an hour that they show twice, both count, and one that they skip has no facts. What
    /// happens before <see cref="FirstHour"/> belongs to the day before. A date is a date everywhere, and has no hours.
    /// </remarks>
    public sealed class OfTime : DerivedDimension
    {
        /// <summary>A part of the local time.</summary>
        /// <param name="name">The name.</param>
        /// <param name="part">Which part.</param>
        /// <param name="zone">The zone whose clocks show the time.</param>
        /// <param name="firstHour">The hour at which days start, from 0 to 23. Defaults to midnight.</param>
        /// <exception cref="ArgumentException">The name is blank.</exception>
        /// <exception cref="ArgumentOutOfRangeException">The part is not a named one, or the hour is not from 0 to 23.</exception>
        public OfTime(string name, TimePart part, DateTimeZone zone, int firstHour = 0)
            : base(name)
        {
            ArgumentNullException.ThrowIfNull(zone);
            ArgumentOutOfRangeException.ThrowIfNegative(firstHour);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(firstHour, 23);
            EnumValue.Checked(part);

            Part = part;
            Zone = zone;
            FirstHour = firstHour;
        }

        /// <summary>Which part.</summary>
        public TimePart Part { get; }

        /// <summary>The zone whose clocks show the time.</summary>
        public DateTimeZone Zone { get; }

        /// <summary>The hour at which days start, from 0 to 23.</summary>
        public int FirstHour { get; }

        private protected override object Definition => (Part, Zone, FirstHour);

        /// <inheritdoc/>
        public override TResult Accept<TResult>(DerivedDimensionVisitor<TResult> visitor)
        {
            ArgumentNullException.ThrowIfNull(visitor);
            return visitor.VisitOfTime(this);
        }

        /// <summary>The member of a local time.</summary>
        public string MemberAt(LocalDateTime time)
        {
            if (Part == TimePart.HourOfDay)
            {
                return Number(time.Hour);
            }

            return MemberAt(time.Hour < FirstHour ? time.Date.PlusDays(-1) : time.Date);
        }

        /// <summary>The member of a date.</summary>
        /// <exception cref="InvalidOperationException">A date has no hours.</exception>
        public string MemberAt(LocalDate date) => Part switch
        {
            TimePart.Weekday => date.DayOfWeek.ToString(),
            TimePart.DayOfMonth => Number(date.Day),
            TimePart.MonthOfYear => Number(date.Month),
            _ => throw new InvalidOperationException($"'{Name}' is the hour of a time; found the date {date:R}, which has none."),
        };

        private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The band that a value of a fact lies in. The member is null where the fact has no value.</summary>
    /// <remarks>
    /// Each edge is the first number of a band, so that whole numbers and fractions are in exactly one: the edges 0 and 7 make the members
    /// <c>&lt;0</c>, <c>0..&lt;7</c> and <c>&gt;=7</c>.
    /// </remarks>
    public sealed class OfNumber : DerivedDimension
    {
        private readonly string[] _members;

        /// <summary>Bands of a column of values.</summary>
        /// <param name="name">The name.</param>
        /// <param name="column">The column of values.</param>
        /// <param name="edges">The first number of each band but the lowest, in ascending order, each once; at least one.</param>
        /// <exception cref="ArgumentException">There are no edges, or they do not ascend.</exception>
        public OfNumber(string name, string column, IReadOnlyList<decimal> edges)
            : base(name)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(column);
            Column = column;
            Edges = [.. Copies.Of(edges, nameof(edges)).Select(ShortestDecimal.Of)];
            if (Edges.Count == 0)
            {
                throw new ArgumentException("Expected the first number of at least one band; found none.", nameof(edges));
            }

            for (var i = 1; i < Edges.Count; i++)
            {
                if (Edges[i] <= Edges[i - 1])
                {
                    throw new ArgumentException(
                        FormattableString.Invariant($"Each band begins above the one before; found {Edges[i]} after {Edges[i - 1]}."),
                        nameof(edges));
                }
            }

            _members = [.. Enumerable.Range(0, Edges.Count + 1).Select(MemberOf)];
        }

        /// <summary>The column of values.</summary>
        public string Column { get; }

        /// <summary>The first number of each band but the lowest, in ascending order.</summary>
        public IReadOnlyList<decimal> Edges { get; }

        /// <summary>The members from the lowest band to the highest: one more than there are edges.</summary>
        public IReadOnlyList<string> Members => field ??= Copies.Guarded(_members);

        private protected override object Definition => (Column, string.Join(' ', _members));

        /// <inheritdoc/>
        public override TResult Accept<TResult>(DerivedDimensionVisitor<TResult> visitor)
        {
            ArgumentNullException.ThrowIfNull(visitor);
            return visitor.VisitOfNumber(this);
        }

        /// <summary>The member of a value; null for none.</summary>
        public string? MemberAt(decimal? value)
        {
            if (value is { } number)
            {
                return _members[BandOf(number)];
            }

            return null;
        }

        // From 0 for the lowest.
        internal int BandOf(decimal value)
        {
            var (low, high) = (0, Edges.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (Edges[middle] <= value)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        private string MemberOf(int band)
        {
            if (band == 0)
            {
                return FormattableString.Invariant($"<{Edges[0]}");
            }

            if (band == Edges.Count)
            {
                return FormattableString.Invariant($">={Edges[^1]}");
            }

            return FormattableString.Invariant($"{Edges[band - 1]}..<{Edges[band]}");
        }
    }
}
