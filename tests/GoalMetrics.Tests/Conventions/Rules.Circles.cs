namespace GoalMetrics.Tests.Conventions;

/// <summary>The rule that folders side by side use each other in no circle, whatever storey they are in.</summary>
internal static partial class Rules
{
    /// <summary>Uses between folders with the same parent that lead back to where they start, over others or not.</summary>
    /// <remarks>
    /// A folder and what it has inside may use each other, and JSON is a part of the types that it is the form of. What a file uses are the
    /// types that it names, as in <see cref="UpwardUses"/>.
    /// </remarks>
    /// <param name="files">The files.</param>
    /// <param name="pairs">Folders that are one idea, and so count as one.</param>
    public static IEnumerable<string> Circles(
        IReadOnlyList<(string Path, string Text)> files, params IReadOnlyList<(string One, string Other)> pairs)
    {
        var uses = UsesBetweenFolders(files).ToList();
        var usedBy = uses.ToLookup(use => Idea(use.From), use => Idea(use.To));
        return uses
            .Where(use => Idea(use.From) != Idea(use.To) && Reaches(usedBy, Idea(use.To), Idea(use.From)))
            .GroupBy(use => (use.From, use.To))
            .Select(group => $"{group.Key.From} uses {group.Key.To}: {group.First().Type} in {group.First().Path}");

        string Idea(string folder) => pairs.FirstOrDefault(pair => pair.Other == folder).One ?? folder;
    }

    /// <summary>Pairs of which one folder does not use the other, so that nothing is to be said about them.</summary>
    public static IEnumerable<string> PairsInNoCircle(
        IReadOnlyList<(string Path, string Text)> files, params IReadOnlyList<(string One, string Other)> pairs)
    {
        var uses = UsesBetweenFolders(files).Select(use => (use.From, use.To)).ToHashSet();
        return pairs
            .Where(pair => !uses.Contains((pair.One, pair.Other)) || !uses.Contains((pair.Other, pair.One)))
            .Select(pair => $"{pair.One} and {pair.Other}");
    }

    private static IEnumerable<(string From, string To, string Path, string Type)> UsesBetweenFolders(
        IReadOnlyList<(string Path, string Text)> files)
    {
        var homeOf = files
            .SelectMany(file => TypeAtTheTop().Matches(file.Text).Select(match => (Type: match.Groups["name"].Value, File: file)))
            .GroupBy(found => found.Type, found => found.File)
            .ToDictionary(
                group => group.Key,
                group => group.MaxBy(file => file.Path.EndsWith($"/{group.Key}.cs", StringComparison.Ordinal)));
        var nested = files
            .SelectMany(file => NestedType().Matches(file.Text).Select(match => (match.Groups["name"].Value, FolderOf(file.Path))))
            .ToHashSet();
        return
            from file in files
            let declared = TypeAtTheTop().Matches(file.Text).Select(match => match.Groups["name"].Value).ToHashSet()
            from type in Words(file.Text)
            where homeOf.ContainsKey(type) && !declared.Contains(type) && !nested.Contains((type, FolderOf(file.Path)))
            let home = homeOf[type]
            where IsOpen(NamespaceOf(home.Text), file.Text)
            let apart = Apart(file.Path, home.Path)
            where apart.From.Length > 0
            select (apart.From, apart.To, file.Path, type);
    }

    // The folders side by side that two files are in; none where the folder of one is around that of the other.
    private static (string From, string To) Apart(string path, string other)
    {
        var (from, to) = (RoomsOf(path), RoomsOf(other));
        var shared = from.Zip(to).TakeWhile(both => both.First == both.Second).Count();
        return shared == from.Length || shared == to.Length
            ? ("", "")
            : (string.Join('/', from[..(shared + 1)]), string.Join('/', to[..(shared + 1)]));
    }

    private static string[] RoomsOf(string path) => [.. FolderOf(path).Split('/').Where(name => name != "Json")];

    private static bool Reaches(ILookup<string, string> usedBy, string from, string to)
    {
        var (seen, open) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (open.TryPop(out var folder))
        {
            if (folder == to)
            {
                return true;
            }

            foreach (var next in usedBy[folder].Where(seen.Add))
            {
                open.Push(next);
            }
        }

        return false;
    }
}
