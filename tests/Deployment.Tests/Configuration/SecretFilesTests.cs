namespace CommerceKata.Deployment.Tests.Configuration;

/// <summary>Settings from a folder of files, as orchestrators mount secrets.</summary>
internal sealed class SecretFilesTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("commerce-kata-secrets-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task File_sets_what_it_is_named_after_and_wins_over_the_environment()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Mail__Transport"), "pigeon\n");
        (await StartAsync("smtp")).ShouldContain("not \"pigeon\"");
    }

    [Test]
    public async Task Command_line_wins_over_files()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Mail__Transport"), "pigeon\n");
        (await StartAsync("smtp", "--Mail:Transport=owl")).ShouldContain("not \"owl\"");
    }

    private async Task<string> StartAsync(string environment, params string[] arguments)
    {
        (string, string)[] settings =
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("Secrets__Folder", _folder), ("Mail__Transport", environment),
            ("Listen__GrpcPort", "0"), ("Listen__HttpPort", "0"), ("ConnectionStrings__Postgres", "Host=127.0.0.1;Port=9;Username=nobody"),
        ];
        var (exitCode, _, errors) = await ServiceCommand.RunAsync("Notifications", settings, arguments);
        exitCode.ShouldBe(1);
        return errors;
    }
}
