using System.Globalization;

namespace CommerceKata.ServiceDefaults.Hosting;

/// <summary>Texts and numbers are the same on every machine, whatever language its user speaks.</summary>
internal static class Culture
{
    /// <summary>Has all threads of this process read and write numbers and dates without any country's habits.</summary>
    /// <exception cref="SettingException">The runtime cannot normalise text.</exception>
    public static void Use()
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        if (!TextForm.IsAvailable())
            throw new SettingException("The runtime has no Unicode tables (ICU), so that texts cannot be compared. Install libicu, or use an image that has it, and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
    }
}
