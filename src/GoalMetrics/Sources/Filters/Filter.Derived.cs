using System.Text.Json.Serialization;
using GoalMetrics.Json;
using GoalMetrics.Sources;

namespace GoalMetrics;

public abstract partial class Filter
{
    /// <summary>The derived dimension has one of these members.</summary>
    /// <param name="dimension">The dimension.</param>
    /// <param name="members">The members, null among them for the null member.</param>
    public static Filter In(DerivedDimension dimension, params string?[] members)
    {
        ArgumentNullException.ThrowIfNull(dimension);
        ArgumentNullException.ThrowIfNull(members);
        return new DerivedIn(dimension, [.. members]);
    }

    /// <summary>A dimension that follows from the time or a value of a fact has one of the members.</summary>
    [JsonConverter(typeof(ResultConverter<DerivedIn>))]
    public sealed class DerivedIn : Filter
    {
        internal DerivedIn(DerivedDimension dimension, IReadOnlyList<string?> members)
        {
            Dimension = dimension;
            Members = members;
        }

        /// <summary>The dimension.</summary>
        public DerivedDimension Dimension { get; }

        /// <summary>The members, null among them for the null member.</summary>
        public IReadOnlyList<string?> Members { get; }

        /// <inheritdoc/>
        public override TResult Accept<TResult>(FilterVisitor<TResult> visitor) => Checked(visitor).VisitDerivedIn(this);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Dimension, Members.Count);

        /// <summary>As <c>weekday in (Saturday, Sunday)</c>.</summary>
        public override string ToString() => $"{Dimension} in ({string.Join(", ", Members.Select(member => member ?? "null"))})";

        private protected override bool IsSameAs(Filter other) =>
            other is DerivedIn same && Dimension.Equals(same.Dimension) && Members.SequenceEqual(same.Members);
    }
}
