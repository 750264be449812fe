using System.Text.Json.Serialization;
using GoalMetrics.Json;

namespace GoalMetrics;

/// <summary>
/// A business goal: broad, strategic and long-range; a beacon for the whole organisation, such as growing the market share.
/// SMART goals serve it, and KPIs show whether the organisation is getting closer to it. Immutable.
/// </summary>
[JsonConverter(typeof(ResultConverter<BusinessGoal>))]
public sealed partial class BusinessGoal
{
    /// <summary>A business goal.</summary>
    /// <param name="id">A short name of letters, digits, hyphens and underscores, unique among the business goals of a strategy.</param>
    /// <exception cref="ArgumentException">The id is malformed.</exception>
    public BusinessGoal(string id)
    {
        Id = GoalMetrics.Id.Checked(id, nameof(id));
        Title = id;
    }

    /// <summary>The short name.</summary>
    public string Id { get; }

    /// <summary>What people call it. Defaults to the id.</summary>
    public LocalizedText Title
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(Title));
            field = value;
        }
    }

    /// <summary>What it means, in a few sentences.</summary>
    public LocalizedText? Description { get; init; }

    /// <summary>The id, so that a business goal can be given where its id is expected.</summary>
    public static implicit operator string(BusinessGoal goal)
    {
        ArgumentNullException.ThrowIfNull(goal);
        return goal.Id;
    }

    /// <summary>The id.</summary>
    public override string ToString() => Id;
}
