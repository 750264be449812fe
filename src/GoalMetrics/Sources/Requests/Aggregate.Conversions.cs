namespace GoalMetrics.Sources;

public abstract partial class Aggregate
{
    /// <summary>What base events come to by the conversions that are credited to them.</summary>
    public abstract class OfConversions : Aggregate
    {
        private protected OfConversions(AggregateKind kind, EventConversion match)
            : base(kind) => Match = match ?? throw new ArgumentNullException(nameof(match));

        /// <summary>Which events convert which.</summary>
        public EventConversion Match { get; }

        private protected override object Definition => Match;

        // The same with other events.
        internal abstract OfConversions Of(EventConversion match);
    }

    /// <summary>A count of base events, or of the conversions credited to them; 0 if there are none.</summary>
    /// <param name="match">Which events convert which.</param>
    /// <param name="count">What is counted.</param>
    public sealed class Conversion(EventConversion match, ConversionCount count) : OfConversions(AggregateKind.Conversion, match)
    {
        /// <summary>What is counted.</summary>
        public ConversionCount Counted { get; } = EnumValue.Checked(count);

        private protected override object Definition => (Match, Counted);

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitConversion(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new Conversion(Match, Counted) { Filter = filter };

        internal override OfConversions Of(EventConversion match) => new Conversion(match, Counted) { Filter = Filter };
    }

    /// <summary>
    /// The mean time in seconds from a base event to the first conversion that is credited to it, as <see cref="AggregateValue.Mean"/>
    /// rounds it. Only the base events that <see cref="ConversionCount.ConvertedEvents"/> counts have such a time; it is
    /// <see cref="UndefinedReason.NoData"/> if there are none.
    /// </summary>
    /// <remarks>
    /// Between two dates, a day has 86,400 seconds, whatever the clocks did; otherwise it is the time that elapsed, and a date stands for
    /// the start of its day.
    /// </remarks>
    /// <param name="match">Which events convert which.</param>
    public sealed class AverageTimeToConvert(EventConversion match) : OfConversions(AggregateKind.AverageTimeToConvert, match)
    {
        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitAverageTimeToConvert(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new AverageTimeToConvert(Match) { Filter = filter };

        internal override OfConversions Of(EventConversion match) => new AverageTimeToConvert(match) { Filter = Filter };
    }

    /// <summary>
    /// One of the sorted times in seconds from base events to the first conversion that is credited to each; the same times as those of
    /// <see cref="AverageTimeToConvert"/>.
    /// </summary>
    /// <param name="match">Which events convert which.</param>
    /// <param name="share">The share of the times below, from 0 to 1.</param>
    /// <param name="rank">Which of the times stands at the share.</param>
    public sealed class TimeToConvert(EventConversion match, decimal share, OrderRank rank)
        : OfConversions(AggregateKind.TimeToConvert, match)
    {
        /// <summary>The share of the times below, from 0 to 1.</summary>
        public decimal Share { get; } = OfShare(share);

        /// <summary>Which of the times stands at the share.</summary>
        public OrderRank Rank { get; } = EnumValue.Checked(rank);

        private protected override object Definition => (Match, Share, Rank);

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitTimeToConvert(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new TimeToConvert(Match, Share, Rank) { Filter = filter };

        internal override OfConversions Of(EventConversion match) => new TimeToConvert(match, Share, Rank) { Filter = Filter };
    }
}
