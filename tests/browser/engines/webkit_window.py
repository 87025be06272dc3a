#!/usr/bin/python3
"""A bare window of WebKitGTK, which WebKitWebDriver starts and drives; run by the system's Python (python3-gi).

What no driver does, the page itself asks of the window: `webkit.messageHandlers.window.postMessage(JSON)` sets what the
JSON names, or prints into the file that it names. What happens is told on the standard output, a line each.
"""

import json
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

# WebKit hands its console to nobody: the page's own is listened to, before any script of the page runs.
LISTEN = """{
for (const kind of ["debug", "error", "info", "log", "warn"]) {
  const say = console[kind]
  console[kind] = (...told) => { said(told.join(" ")); say.apply(console, told) }
}
const said = told => webkit.messageHandlers.said.postMessage(String(told))
addEventListener("error", event => said(event.message ?? event.target.outerHTML), true)
addEventListener("unhandledrejection", event => said(event.reason))
addEventListener("securitypolicyviolation", event => said(event.violatedDirective))
}"""


def main() -> None:
    context = WebKit2.WebContext.new_ephemeral()
    context.set_automation_allowed(True)
    context.connect("automation-started", started)
    Gtk.main()


def started(context: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
    information = WebKit2.ApplicationInfo()
    information.set_name("window")
    information.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(information)
    session.connect("create-web-view", lambda _: opened(context))


def opened(context: WebKit2.WebContext) -> WebKit2.WebView:
    settings = WebKit2.Settings(
        enable_smooth_scrolling=False,
        javascript_can_open_windows_automatically=False,
        hardware_acceleration_policy=WebKit2.HardwareAccelerationPolicy.NEVER,
    )
    content = WebKit2.UserContentManager()
    view = WebKit2.WebView(
        web_context=context, is_controlled_by_automation=True, settings=settings, user_content_manager=content
    )
    content.connect("script-message-received::window", lambda _, message: asked(view, message))
    content.register_script_message_handler("window")
    content.connect("script-message-received::said", lambda _, message: said(message))
    content.register_script_message_handler("said")
    frames, start = WebKit2.UserContentInjectedFrames.TOP_FRAME, WebKit2.UserScriptInjectionTime.START
    content.add_script(WebKit2.UserScript.new(LISTEN, frames, start, None, None))
    window = Gtk.Window(type=Gtk.WindowType.TOPLEVEL)
    window.set_decorated(False)
    window.set_default_size(1440, 900)
    window.add(view)
    view.connect("close", lambda _: window.destroy())
    view.connect("resource-load-started", lambda _view, _resource, request: tell("REQUEST", request.get_uri()))
    window.show_all()
    view.grab_focus()
    window.get_window().focus(0)
    return view


def asked(view: WebKit2.WebView, message: WebKit2.JavascriptResult) -> None:
    wanted = json.loads(message.get_js_value().to_string())
    theme, settings = Gtk.Settings.get_default(), view.get_settings()
    if "dark" in wanted:
        theme.set_property("gtk-application-prefer-dark-theme", wanted["dark"])
    if "still" in wanted:
        theme.set_property("gtk-enable-animations", not wanted["still"])
    if "bars" in wanted:
        theme.set_property("gtk-overlay-scrolling", not wanted["bars"])
    if "text" in wanted:
        settings.set_default_font_size(round(16 * wanted["text"]))
    if "least" in wanted:
        settings.set_minimum_font_size(wanted["least"])
    if "script" in wanted:
        settings.set_enable_javascript_markup(wanted["script"])
    if "zoom" in wanted:
        view.set_zoom_level(wanted["zoom"])
    if "print" in wanted:
        printed(view, wanted["print"], *wanted["paper"])


def tell(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def said(message: WebKit2.JavascriptResult) -> None:
    tell("CONSOLE", json.dumps(message.get_js_value().to_string()))


def printed(view: WebKit2.WebView, path: str, width: float, height: float) -> None:
    options = Gtk.PrintSettings()
    options.set_printer("Print to File")
    options.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    options.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, f"file://{path}")
    operation = WebKit2.PrintOperation.new(view)
    operation.set_print_settings(options)
    sheet = Gtk.PageSetup()
    sheet.set_paper_size(Gtk.PaperSize.new_custom("paper", "paper", width, height, Gtk.Unit.MM))
    # As every printer has them: without, GTK lays out taller pages than it draws, and a page's last line is lost.
    for margin in (sheet.set_top_margin, sheet.set_bottom_margin, sheet.set_left_margin, sheet.set_right_margin):
        margin(15, Gtk.Unit.MM)
    operation.set_page_setup(sheet)
    operation.connect("finished", lambda _: tell("PRINTED", path))
    operation.connect("failed", lambda _, error: tell("NOT PRINTED", error.message))
    operation.print_()


main() if "--automation" in sys.argv else sys.exit("WebKitWebDriver starts this.")
