using System.Text.Json;
using CommerceKata.TestKit;

namespace CommerceKata.Deployment.Tests;

/// <summary>The files that name packages of others: Dependabot knows each, and a lock file says which bytes they are.</summary>
internal sealed class ManifestTests
{
    private static readonly string[] NotOurs = ["/bin/", "/obj/", "/node_modules/", "/.git/", "/.data/"];

    /// <summary>Its packages are not available everywhere, so it is not in the solution and has no lock file.</summary>
    private const string Fusion = "/graph-gateway/Fusion";

    private static readonly string[] Manifests =
        [.. Directory.EnumerateFiles(Docs.Root, "*", SearchOption.AllDirectories).Where(file => !NotOurs.Any(file.Contains)).Select(file => file[Docs.Root.Length..].TrimStart('/'))];

    [Test]
    public async Task Dependabot_looks_into_every_folder_with_a_manifest()
    {
        var known = new HashSet<(string? Ecosystem, string? Folder)>();
        foreach (var update in (await Checks.YamlAsync(".github/dependabot.yml")).GetProperty("updates").EnumerateArray())
        {
            var folders = update.TryGetProperty("directories", out var several) ? several.EnumerateArray().ToList() : [update.GetProperty("directory")];
            foreach (var folder in folders) known.Add((update.GetProperty("package-ecosystem").GetString(), folder.GetString())).ShouldBeTrue();
        }

        known.ShouldBe(Manifests.Select(Wanted).OfType<(string?, string?)>().Distinct(), ignoreOrder: true);
    }

    [Test]
    public void Every_npm_folder_has_a_lock_file_that_asks_no_registry_but_npms()
    {
        var packages = Manifests.Where(file => Path.GetFileName(file) == "package.json").ToList();
        packages.Count.ShouldBeGreaterThan(5);
        foreach (var package in packages)
        {
            var text = File.ReadAllText(Repository.At(Path.Combine(Path.GetDirectoryName(package)!, "package-lock.json")));
            using var locked = JsonDocument.Parse(text);
            foreach (var entry in locked.RootElement.GetProperty("packages").EnumerateObject().Where(entry => entry.Name.Length > 0))
            {
                entry.Value.TryGetProperty("integrity", out _).ShouldBeTrue($"{package}: {entry.Name}");
                // Left out, it means the registry that is set where npm runs.
                if (entry.Value.TryGetProperty("resolved", out var resolved)) resolved.GetString()!.ShouldStartWith("https://registry.npmjs.org/", customMessage: package);
            }
        }
    }

    /// <summary>None names a package that comes with the SDK: with another patch of the SDK it would not hold.</summary>
    [Test]
    public void Every_project_has_a_lock_file_that_any_sdk_can_keep()
    {
        var projects = Manifests.Where(file => file.EndsWith(".csproj", StringComparison.Ordinal) && "/" + Path.GetDirectoryName(file) != Fusion).ToList();
        projects.Count.ShouldBeGreaterThan(30);
        string[] ofTheSdk = ["Microsoft.NET.ILLink.Tasks", "Microsoft.DotNet.ILCompiler", "Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];
        foreach (var project in projects)
        {
            var locked = Repository.Read(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"));
            foreach (var name in ofTheSdk) locked.ShouldNotContain(name, customMessage: project);
        }
    }

    /// <summary>Whatever installs, installs what the lock file says.</summary>
    [Test]
    public void Npm_installs_by_the_lock_file_only()
    {
        string[] scripts = ["/.ci/run", "/.ci/needs", "/Dockerfile", "/graph-gateway/Explorer/Explorer.targets"];
        var files = scripts.Concat(Directory.GetFiles(Repository.At(".github/workflows")).Select(file => file[Docs.Root.Length..]));
        foreach (var file in files) Repository.Read(file.TrimStart('/')).ShouldNotContain("npm install", customMessage: file);
    }

    private static (string?, string?)? Wanted(string file)
    {
        var folder = "/" + Path.GetDirectoryName(file);
        return Path.GetFileName(file) switch
        {
            "package.json" => ("npm", folder),
            "global.json" => ("dotnet-sdk", folder),
            "docker-compose.yml" => ("docker-compose", folder),
            "Dockerfile" => ("docker", folder),
            "requirements.txt" or "pyproject.toml" => ("pip", folder),
            "go.mod" => ("gomod", folder),
            // What the solution has is found from where it lies.
            var name when name.EndsWith(".csproj", StringComparison.Ordinal) => ("nuget", folder == Fusion ? folder : "/"),
            _ when folder == "/.github/workflows" => ("github-actions", "/"),
            _ => null,
        };
    }
}
