"""The events of the signals, as the trail shows them."""

CODES: dict[str, tuple[str, str]] = {
    "signal.listed": ("Lijst met signalen gelezen", "las een lijst signalen"),
    "signal.counted": ("Signalen in cijfers gelezen", "las hoeveel signalen er zijn"),
    "signal.read": ("Signaal gelezen", "las {0}"),
    "signal.candidates_listed": ("Signaal koppelen", "zocht waarmee {0} verder gaat"),
    "signal.registered": ("Signaal vastgelegd", "legde {0} vast"),
    "signal.taken": ("Signaal opgepakt", "pakte {0} op"),
    "signal.handed": ("Signaal gegeven", "gaf {0} aan een collega"),
    "signal.moved": ("Signaal naar andere wijk", "zette {0} in een andere wijk"),
    "signal.attempted": ("Outreach vastgelegd", "legde een poging vast bij {0}"),
    "signal.cleared": ("Signaal mag verder", "legde vast waarom {0} verder mag"),
    "signal.carried": ("Signaal gaat verder", "ging met {0} verder"),
    "signal.ended": ("Signaal afgesloten", "sloot {0} af"),
    "signal.destroyed": ("Signaal geleegd", "maakte {0} leeg"),
}
