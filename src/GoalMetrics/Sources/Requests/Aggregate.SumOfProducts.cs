namespace GoalMetrics.Sources;

public abstract partial class Aggregate
{
    /// <summary>
    /// The exact sum of the products of two columns, fact by fact: price times quantity, grade times number of students. Facts that lack
    /// either value are skipped; 0 if there are no others.
    /// </summary>
    /// <remarks>A product has as many decimals as both factors together, up to 56; none is rounded.</remarks>
    /// <param name="column">The column of values.</param>
    /// <param name="factor">The column that they are multiplied by.</param>
    public sealed class SumOfProducts(string column, string factor) : OfColumn(AggregateKind.SumOfProducts, column)
    {
        /// <summary>The column that the values are multiplied by.</summary>
        public string Factor { get; } = Named(factor, nameof(factor));

        private protected override object Definition => (Column, Factor);

        /// <inheritdoc/>
        public override TResult Accept<TResult>(AggregateVisitor<TResult> visitor) => Checked(visitor).VisitSumOfProducts(this);

        /// <inheritdoc/>
        public override Aggregate Where(Filter? filter) => new SumOfProducts(Column, Factor) { Filter = filter };
    }
}
