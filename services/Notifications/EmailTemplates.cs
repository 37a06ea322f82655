using System.Text.Encodings.Web;
using Fluid;

namespace CommerceKata.Notifications;

/// <summary>
/// The templates (<c>Templates/*.liquid</c>), parsed once at start. A mail has a text form, whose first line is its
/// subject, and an HTML form, in which every value is escaped; both stand in the layout that all mails share.
/// </summary>
internal sealed class EmailTemplates
{
    private const string Layout = "layout";
    private const string SubjectMark = "Subject: ";

    // Strict: a template that names what its mail does not have fails its test rather than leaving a gap in a mail.
    private readonly TemplateOptions _options = new() { StrictVariables = true, StrictFilters = true };
    private readonly Dictionary<string, IFluidTemplate> _templates;

    public EmailTemplates()
    {
        _options.MemberAccessStrategy.MemberNameStrategy = MemberNameStrategies.SnakeCase;
        _options.MemberAccessStrategy.Register<OrderConfirmedMail>();
        _options.MemberAccessStrategy.Register<OrderConfirmedLine>();
        _options.MemberAccessStrategy.Register<OrderEndedMail>();
        _options.MemberAccessStrategy.Register<TokenMail>();
        _options.MemberAccessStrategy.Register<LowStockMail>();
        _options.MemberAccessStrategy.Register<FulfilmentMail>();
        _options.MemberAccessStrategy.Register<ReturnMail>();
        var parser = new FluidParser();
        _templates = typeof(EmailTemplates).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".liquid", StringComparison.Ordinal))
            .ToDictionary(name => name, name => parser.Parse(Read(name)));
    }

    /// <summary>Writes a mail.</summary>
    /// <param name="template">Its name: "order-confirmed".</param>
    /// <param name="model">What it is about.</param>
    public EmailContent Render(string template, object model)
    {
        var (subject, text) = SplitSubject(Render($"{template}.txt", model, NullEncoder.Default));
        var html = Render($"{template}.html", model, HtmlEncoder.Default);
        return new(subject, InLayout("txt", subject, text, NullEncoder.Default), InLayout("html", subject, html, HtmlEncoder.Default));
    }

    private string Render(string name, object model, TextEncoder encoder) =>
        _templates[$"Templates/{name}.liquid"].Render(new TemplateContext(model, _options), encoder);

    private string InLayout(string form, string subject, string body, TextEncoder encoder)
    {
        var context = new TemplateContext(_options);
        context.SetValue("subject", subject);
        context.SetValue("body", body);
        return _templates[$"Templates/{Layout}.{form}.liquid"].Render(context, encoder);
    }

    private static (string Subject, string Text) SplitSubject(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return text.StartsWith(SubjectMark, StringComparison.Ordinal) && end > 0
            ? (text[SubjectMark.Length..end].Trim(), text[(end + 1)..].Trim('\n'))
            : throw new FormatException("The text form of a template must begin with its subject.");
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(EmailTemplates).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
