//! How long each page waits for its data on a full store.

use std::time::Instant;

use anyhow::{Context, Result};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};

use crate::bench::Bench;
use crate::process::Server;
use crate::sheet::{Goal, Sheet, percentile};

/// Requests of each kind.
const N_ASKED: usize = 40;
/// The goal for each call, in milliseconds.
const P95_MS_MAX: f64 = 100.0;

/// One call of a page.
struct Call {
    /// The page, and what the call brings to it.
    name: &'static str,
    method: &'static str,
    /// The address under `/api/v1/`.
    path: String,
    body: Option<Value>,
}

/// Times every call of every page, one after the other.
pub(crate) fn measure(bench: &Bench, sheet: &mut Sheet) -> Result<()> {
    let data = bench.full()?;
    let server = bench.serve(&data)?;
    for call in calls(&server)? {
        let path = format!("/api/v1/{}", call.path);
        let mut times = Vec::new();
        for _ in 0..N_ASKED {
            let started = Instant::now();
            let answer = server.ask(call.method, &path, call.body.as_ref())?;
            times.push(started.elapsed().as_secs_f64() * 1000.0);
            answer.json().with_context(|| format!("{} {path}", call.method))?;
        }
        sheet.note("pages", &format!("{}, p50", call.name), percentile(&mut times, 50), "ms", Goal::None);
        sheet.note(
            "pages",
            &format!("{}, p95", call.name),
            percentile(&mut times, 95),
            "ms",
            Goal::AtMost(P95_MS_MAX),
        );
    }
    Ok(())
}

/// The calls of each page, with the largest topic and the case and the incident that a person would look at first.
fn calls(server: &Server) -> Result<Vec<Call>> {
    // The simulator's first topic is the brand, which every post names.
    let topic = ids(server, "topics")?.into_iter().min().context("the store has no topic")?;
    let case = ids(server, "cases?state=new,in-work&order=due")?.first().copied();
    let incident = ids(server, "incidents")?.first().copied();
    let now = Timestamp::now();
    let before = |hours: i64| now - SignedDuration::from_hours(hours);
    let chart =
        |from: Timestamp, step: u32| format!("topics/{topic}/chart?from={from}&until={now}&step={step}");
    let span = format!("from={}&until={}", before(15 * 24 + 1), before(15 * 24));

    let mut calls = Vec::new();
    let mut get =
        |name, path: &str| calls.push(Call { name, method: "GET", path: path.to_owned(), body: None });
    get("every page: who is signed in", "session");
    get("every page: how many wait", "cases/summary");
    get("radar", "radar");
    get("topic", &format!("topics/{topic}"));
    get("topic: chart of a day", &chart(before(24), 300));
    get("topic: chart of a week", &chart(before(24 * 7), 3_600));
    get("topic: chart of a month", &chart(before(24 * 30), 86_400));
    get("topic: newest posts", &format!("mentions?topic={topic}"));
    get("topic: posts of an hour", &format!("mentions?topic={topic}&{span}"));
    get("topics", "topics");
    get("inbox: most urgent", "cases?state=new,in-work&order=due");
    get("inbox: newest", "cases?state=new,in-work&order=newest");
    get(
        "inbox: of a topic and language",
        &format!("cases?state=new,in-work&order=due&topic={topic}&lang=ru"),
    );
    get("inbox: of a network", "cases?state=new,in-work&order=due&network=vk");
    // "пюре", a word that many posts hold, and the company's name with it, which nearly all hold.
    get("inbox: search for a common word", "cases?order=newest&q=%D0%BF%D1%8E%D1%80%D0%B5");
    get(
        "inbox: search for two",
        "cases?order=newest&q=%D0%BF%D1%8E%D1%80%D0%B5%20%D0%B2%D0%B5%D0%BB%D1%8C%D0%BC%D0%B8%D1%80",
    );
    get("inbox: search in vain", "cases?order=newest&q=zzzyx");
    if let Some(case) = case {
        get("inbox: a case", &format!("cases/{case}"));
    }
    get("incidents: open", "incidents?status=open");
    get("incidents: closed", "incidents?status=closed");
    if let Some(incident) = incident {
        get("incident", &format!("incidents/{incident}"));
        get("incident: its cases", &format!("cases?incident={incident}&order=due"));
    }
    get("sources", "sources");
    get("sources: imports", "imports");
    get("sources: formats", "import-formats");
    get("settings: general", "settings");
    get("settings: people", "people");
    get("settings: tokens", "tokens");
    get("settings: channels", "channels");
    get("settings: deliveries", "deliveries");
    get("settings: alerts", "alerts");
    let query = json!({ "query": "пюре OR puree", "limit": 20 });
    calls.push(Call {
        name: "topic editor: preview",
        method: "POST",
        path: "topics/preview".into(),
        body: Some(query),
    });
    Ok(calls)
}

/// Numbers of the things in a list, in its order. A case has the number of its mention.
fn ids(server: &Server, path: &str) -> Result<Vec<i64>> {
    let answer =
        server.ask("GET", &format!("/api/v1/{path}"), None)?.json().with_context(|| path.to_owned())?;
    let items =
        answer.as_array().or_else(|| answer["items"].as_array()).context("the answer is not a list")?;
    Ok(items.iter().filter_map(|item| item["id"].as_i64()).collect())
}
