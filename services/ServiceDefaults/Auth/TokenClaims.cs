namespace CommerceKata.ServiceDefaults.Auth;

/// <summary>Claims of ours in tokens.</summary>
public static class TokenClaims
{
    /// <summary>
    /// What a person's sessions have in common, from the guest's to the user's that they logged in or registered as. It opens
    /// nothing: it is for telling which requests belong together.
    /// </summary>
    public const string Journey = "jid";
}
