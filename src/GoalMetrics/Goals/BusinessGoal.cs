namespace GoalMetrics;

/// <summary>
/// A business goal: broad, strategic, long range; a beacon for the whole organisation, such as growing the market share.
/// SMART goals serve it and KPIs tell whether it comes nearer. Immutable.
/// </summary>
public sealed class BusinessGoal
{
    /// <summary>A business goal.</summary>
    /// <param name="id">A short kebab-case name, unique among the business goals of a strategy.</param>
    /// <exception cref="ArgumentException">The id is malformed.</exception>
    public BusinessGoal(string id)
    {
        Id = GoalMetrics.Id.Checked(id, nameof(id));
        Title = id;
    }

    /// <summary>The short name.</summary>
    public string Id { get; }

    /// <summary>What people call it; the id where none was given.</summary>
    public LocalizedText Title { get; init; }

    /// <summary>What is meant by it, in a few sentences.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>A business goal stands for its id where an id is wanted.</summary>
    public static implicit operator string(BusinessGoal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return goal.Id;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
