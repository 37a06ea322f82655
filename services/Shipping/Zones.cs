namespace CommerceKata.Shipping;

/// <summary>How far a parcel goes, seen from where it starts.</summary>
internal enum Zone
{
    Domestic,
    Near,
    World,
}

/// <summary>Which country lies in which zone.</summary>
internal static class Zones
{
    /// <summary>Countries that carriers serve at one price among each other. One that is in no group is near to none.</summary>
    private static readonly string[] Groups =
    [
        // North America
        "CA MX US",
        // European Union, EFTA, United Kingdom
        "AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK",
        // Oceania
        "AU NZ",
    ];

    /// <summary>The zone of a destination.</summary>
    /// <param name="home">Where the parcel starts: ISO 3166-1 alpha-2.</param>
    /// <param name="destination">Where it goes.</param>
    public static Zone Of(string home, string destination)
    {
        if (destination == home) return Zone.Domestic;
        return Array.Exists(Groups, group => group.Contains(home) && group.Contains(destination)) ? Zone.Near : Zone.World;
    }
}
