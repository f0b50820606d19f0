//! A server on this machine that answers as it is told, and remembers what it was asked.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use nabat_connectors::http::{Http, HttpLimits};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// What the server does with one request.
pub(crate) enum Reply {
    /// Sends these bytes and closes.
    Bytes(Vec<u8>),
    /// Sends these bytes, and then these others until the reader has had enough.
    Endless(Vec<u8>, Vec<u8>),
    /// Sends these bytes, and then nothing for ever.
    Stalls(Vec<u8>),
}

impl Reply {
    /// An answer with a status line, header lines and a body.
    pub(crate) fn of(status: &str, headers: &[&str], body: impl AsRef<[u8]>) -> Self {
        let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
        let length = body.as_ref().len();
        let head =
            format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n");
        Self::Bytes([head.as_bytes(), body.as_ref()].concat())
    }
}

/// A request as it came.
#[derive(Debug, Clone)]
pub(crate) struct Request {
    /// Request line and headers, names in lower case.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Request {
    /// The value of a header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// The server. It lives as long as the test's runtime.
pub(crate) struct Server {
    pub(crate) url: String,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    /// Starts a server that gives these replies in turn, and the last one again and again.
    pub(crate) async fn start(replies: Vec<Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/feed.xml", listener.local_addr().unwrap());
        let requests = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&requests);
        tokio::spawn(async move {
            let mut replies = VecDeque::from(replies);
            while let Ok((mut stream, _)) = listener.accept().await {
                let Some(request) = read_request(&mut stream).await else { continue };
                seen.lock().unwrap().push(request);
                if replies.len() > 1 {
                    let reply = replies.pop_front().unwrap();
                    answer(stream, &reply).await;
                } else if let Some(reply) = replies.front() {
                    answer(stream, reply).await;
                }
            }
        });
        Self { url, requests }
    }

    /// What it was asked so far.
    pub(crate) fn requests(&self) -> Vec<Request> {
        self.requests.lock().unwrap().clone()
    }
}

async fn answer(mut stream: TcpStream, reply: &Reply) {
    match reply {
        // A reader that goes away early is part of some stories.
        Reply::Bytes(bytes) => drop(stream.write_all(bytes).await),
        Reply::Endless(head, piece) => {
            drop(stream.write_all(head).await);
            while stream.write_all(piece).await.is_ok() {}
        }
        Reply::Stalls(head) => {
            drop(stream.write_all(head).await);
            tokio::spawn(async move {
                // Holds the connection until the reader closes it.
                drop(stream.read(&mut [0]).await);
            });
        }
    }
}

async fn read_request(stream: &mut TcpStream) -> Option<Request> {
    let mut bytes = Vec::new();
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            break at;
        }
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
    };
    let head = String::from_utf8_lossy(&bytes[..head_end]).into_owned();
    let length =
        head.lines().find_map(|line| line.strip_prefix("content-length: ")?.parse().ok()).unwrap_or(0);
    let mut body = bytes[head_end + 4..].to_vec();
    while body.len() < length {
        if stream.read_buf(&mut body).await.ok()? == 0 {
            return None;
        }
    }
    Some(Request { head, body })
}

/// A client that loses patience quickly.
pub(crate) fn http() -> Http {
    let limits = HttpLimits {
        connect: Duration::from_secs(5),
        between_pieces: Duration::from_millis(300),
        whole: Duration::from_secs(20),
        redirects: 3,
    };
    Http::with_limits("pr@zavod.example", limits).unwrap()
}
