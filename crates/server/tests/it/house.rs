//! A house for a story: a folder of its own, the binary, and a small HTTP client.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use nabat_connectors::files::neutral;
use nabat_simulator::{Crisis, CrisisKind, World};
use serde_json::{Value, json};
use tempfile::TempDir;

/// How long a story waits for the product before it has failed; nothing depends on how long it took.
const PATIENCE: Duration = Duration::from_secs(60);

/// A data folder and the binary.
pub(crate) struct House {
    dir: TempDir,
}

/// A running server, ended with the story.
pub(crate) struct Serving {
    child: Child,
    pub(crate) address: String,
    token: String,
}

/// An HTTP answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("not JSON ({error}): {}", self.body))
    }
}

impl House {
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.path("data")
    }

    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nabat"));
        command
            .args(args)
            .arg("--data")
            .arg(self.data())
            .current_dir(self.dir.path())
            .env("NABAT_LOG", "warn");
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// Runs a command that must succeed; gives what it said.
    pub(crate) fn said(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    pub(crate) fn serve(&self) -> Serving {
        let token = self.said(&["token", "create", "story"]).trim().to_owned();
        let mut child =
            self.command(&["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().unwrap();
        let address = address(&mut child);
        Serving { child, address, token }
    }

    /// Adds topics while nothing else runs.
    pub(crate) fn with_topics(self, topics: &[(&str, &str)]) -> Self {
        let serving = self.serve();
        for (name, query) in topics {
            let answer =
                serving.post("/api/v1/topics", &json!({ "name": name, "kind": "brand", "query": query }));
            assert_eq!(answer.status, 201, "{}", answer.body);
        }
        serving.stop();
        self
    }

    pub(crate) fn check(&self) {
        assert!(self.said(&["check"]).contains("The store is whole."));
    }

    /// Everything stored, as neutral JSONL.
    pub(crate) fn export(&self) -> String {
        self.said(&["export"])
    }
}

impl Serving {
    pub(crate) fn of(child: Child, address: String, token: String) -> Self {
        Self { child, address, token }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[], b"")
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.ask("POST", path, &[("content-type", "application/json")], body.to_string().as_bytes())
    }

    pub(crate) fn put(&self, path: &str, body: &Value) -> Answer {
        self.ask("PUT", path, &[("content-type", "application/json")], body.to_string().as_bytes())
    }

    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        let bearer = format!("Bearer {}", self.token);
        let mut all = vec![("authorization", bearer.as_str())];
        all.extend(headers);
        ask(&self.address, method, path, &all, body)
    }

    /// Asks until the answer is as wished.
    pub(crate) fn wait_for(&self, path: &str, wished: impl Fn(&Value) -> bool) -> Value {
        let began = Instant::now();
        loop {
            let found = self.get(path).json();
            if wished(&found) {
                return found;
            }
            assert!(began.elapsed() < PATIENCE, "waited in vain; the last answer of {path}: {found}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// Stops it as a service manager does, and waits for its good end.
    pub(crate) fn stop(mut self) {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
        assert!(self.child.wait().unwrap().success(), "a stop in good order");
    }

    /// Waits until it ends by itself; gives its exit status as text.
    pub(crate) fn ended(mut self) -> String {
        self.child.wait().unwrap().to_string()
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        // Already ended is fine.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The address a server prints when it is ready.
pub(crate) fn address(child: &mut Child) -> String {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let line = lines.find(|line| line.as_ref().is_ok_and(|line| line.contains("http://"))).unwrap().unwrap();
    // Somebody must read on, or the server would block on a full pipe.
    std::thread::spawn(move || lines.for_each(drop));
    let rest = line.split("http://").nth(1).unwrap();
    rest.split([' ', '/', '\'', ';']).next().unwrap().trim_end_matches('.').to_owned()
}

/// One HTTP request on a connection of its own.
pub(crate) fn ask(address: &str, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
    let mut stream = TcpStream::connect(address).unwrap();
    let mut head = format!(
        "{method} {path} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-length: {}\r\n",
        body.len()
    );
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    // A server that refuses a body may close before it has read it all.
    let _ = stream.write_all(body);
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let split = bytes
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap_or_else(|| panic!("no answer to {method} {path}"));
    let head = String::from_utf8_lossy(&bytes[..split]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    let headers: BTreeMap<_, _> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_lowercase(), value.to_owned()))
        .collect();
    let body = &bytes[split + 4..];
    let chunked = headers.get("transfer-encoding").is_some_and(|encoding| encoding == "chunked");
    let body = if chunked { unchunked(body) } else { body.to_vec() };
    Answer { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = rest.windows(2).position(|two| two == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).unwrap().trim(), 16).unwrap();
        if size == 0 {
            break;
        }
        whole.extend_from_slice(&rest[end + 2..end + 2 + size]);
        rest = &rest[end + 2 + size + 2..];
    }
    whole
}

/// A server of the world outside: gives each request to `answer`, and tells the story what was asked.
pub(crate) fn outside(
    answer: impl Fn(&str, &str) -> String + Send + 'static,
) -> (String, mpsc::Receiver<(String, String)>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (asked, heard) = mpsc::channel();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let mut head = String::new();
            while reader.read_line(&mut head).unwrap_or(0) > 2 {}
            let length = head
                .lines()
                .find_map(|line| line.to_lowercase().strip_prefix("content-length: ").map(str::to_owned));
            let mut body = vec![0; length.map_or(0, |length| length.trim().parse().unwrap())];
            reader.read_exact(&mut body).unwrap();
            let body = String::from_utf8_lossy(&body).into_owned();
            let _ = stream.write_all(answer(&head, &body).as_bytes());
            let _ = asked.send((head, body));
        }
    });
    (address, heard)
}

/// An HTTP answer as bytes on the wire.
pub(crate) fn http(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len())
}

/// Nine ordinary days of the invented company and the first hours of its crisis, as neutral JSONL.
pub(crate) fn bad_day(ends_at: Timestamp) -> Vec<u8> {
    let breaks_out = ends_at.checked_sub(SignedDuration::from_hours(5)).unwrap();
    let begins = breaks_out.checked_sub(SignedDuration::from_hours(9 * 24)).unwrap();
    let world =
        World::new(11, begins).with_crisis(Crisis { starts_at: breaks_out, kind: CrisisKind::Rumour });
    let mut lines = Vec::new();
    for event in world.events_between(begins, ends_at) {
        neutral::write(&event, &mut lines).unwrap();
    }
    lines
}

/// The brand's topic in the simulator's world.
pub(crate) const BRAND: (&str, &str) = ("Вельмира", "вельмир* OR welmir* OR velmir*");

/// An instant in the past, the same in each run.
pub(crate) fn long_ago() -> Timestamp {
    "2026-03-01T12:00:00Z".parse().unwrap()
}
