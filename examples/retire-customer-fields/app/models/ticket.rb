class Ticket < ApplicationRecord
  belongs_to :customer
  belongs_to :agent, optional: true
  has_many :messages, dependent: :destroy

  enum :state, { open: "open", waiting: "waiting", closed: "closed" }

  scope :due, -> { where(state: "open").where(updated_at: ..2.days.ago) }
end
