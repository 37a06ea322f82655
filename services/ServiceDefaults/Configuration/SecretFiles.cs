using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.KeyPerFile;
using Microsoft.Extensions.FileProviders;

namespace CommerceKata.ServiceDefaults.Configuration;

/// <summary>Settings from a folder with one file each, as Docker, Kubernetes and secret managers mount secrets.</summary>
internal static class SecretFiles
{
    /// <summary>
    /// A folder of files that are named as settings are in the environment (<c>Stripe__ApiKey</c>) and hold their values.
    /// They win over the environment, and the command line wins over them.
    /// </summary>
    [Setting(Default = "none", Type = "folder", For = "every process")]
    public const string Folder = "Secrets:Folder";

    /// <exception cref="SettingException">The folder is not there, or may not be read.</exception>
    public static void AddSecretFiles(this ConfigurationManager settings)
    {
        if (settings[Folder] is not { Length: > 0 } folder) return;
        var path = Path.GetFullPath(folder);
        if (!Directory.Exists(path)) throw new SettingException($"{Folder} is \"{folder}\", which is no folder.");
        var files = new KeyPerFileConfigurationSource { FileProvider = new PhysicalFileProvider(path), ReloadOnChange = false };
        var sources = ((IConfigurationBuilder)settings).Sources;
        var commandLine = sources.ToList().FindLastIndex(source => source is CommandLineConfigurationSource);
        try
        {
            sources.Insert(commandLine < 0 ? sources.Count : commandLine, files);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new SettingException($"{Folder}: {error.Message}");
        }
    }
}
