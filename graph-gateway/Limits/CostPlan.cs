using System.Collections;
using GraphQL.Validation;

namespace CommerceKata.Gateway.Limits;

/// <summary>
/// What an operation costs, for any values of its variables: made once per operation. All that does not depend on variables
/// is one number already; the rest is a line of sums, each of which refers to those before it.
/// </summary>
/// <param name="Sums">The last one is the operation.</param>
internal sealed record CostPlan(IReadOnlyList<CostSum> Sums)
{
    private const int OnStack = 64;

    /// <summary>No cost is said to be larger than this.</summary>
    private const long Most = 1_000_000_000_000;

    /// <summary>The cost with these values; rounded up.</summary>
    public long For(Variables variables)
    {
        var costs = Sums.Count <= OnStack ? stackalloc double[OnStack] : new double[Sums.Count];
        for (var i = 0; i < Sums.Count; i++)
        {
            var cost = Sums[i].Known;
            foreach (var part in Sums[i].Parts) cost += part.Times * part.Size.For(variables) * costs[part.Sum];
            costs[i] = cost;
        }

        var total = costs[Sums.Count - 1];
        return total < Most ? (long)Math.Ceiling(total) : Most;
    }
}

/// <summary>A number, and parts that depend on variables.</summary>
/// <param name="Known">What is known before the variables are.</param>
/// <param name="Parts">The rest.</param>
internal sealed record CostSum(double Known, IReadOnlyList<CostPart> Parts);

/// <summary>A sum before this one, times a length.</summary>
internal readonly record struct CostPart(double Times, GivenSize Size, int Sum);

/// <summary>The length of a list, as the arguments of its field give it.</summary>
/// <param name="Known">The largest that stands in the document; null when none does.</param>
/// <param name="Variables">Names of the variables that may say more, separated by blanks; empty for none.</param>
/// <param name="Otherwise">When nothing is given.</param>
internal readonly record struct GivenSize(double? Known, string Variables, double Otherwise)
{
    /// <summary>This many, whatever the variables are.</summary>
    public static GivenSize Of(double count) => new(count, "", 0);

    /// <summary>Whether variables have no say.</summary>
    public bool IsKnown => Variables.Length == 0;

    /// <summary>The length with these values.</summary>
    public double For(Variables variables)
    {
        var size = Known;
        if (!IsKnown)
        {
            foreach (var name in Variables.AsSpan().Split(' '))
            {
                if (Count(variables, Variables.AsSpan(name)) is { } given) size = size is { } other ? Math.Max(other, given) : given;
            }
        }

        // Less than none is refused by whoever makes the list.
        return Math.Max(0, size ?? Otherwise);
    }

    private static double? Count(Variables variables, ReadOnlySpan<char> name)
    {
        foreach (var variable in variables)
        {
            if (!name.SequenceEqual(variable.Name)) continue;
            return variable.Value switch
            {
                null => null,
                ICollection list => list.Count,
                int number => number,
                IEnumerable and not string => throw new InvalidOperationException($"The list in ${variable.Name} has no count."),
                _ => 1,
            };
        }

        return null;
    }
}
