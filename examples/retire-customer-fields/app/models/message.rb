class Message < ApplicationRecord
  belongs_to :ticket
  belongs_to :agent, optional: true
end
